namespace Schematic.Contracts.Billing;

/// <summary>A price of a product.</summary>
public sealed record BillingPriceResponseData
{
    /// <summary>ISO 4217 code in lower case, such as <c>usd</c>.</summary>
    public required string Currency { get; init; }

    /// <summary>Id of the price at the billing provider.</summary>
    public required string ExternalPriceId { get; init; }

    /// <summary>Id of the price, <c>bilpp_…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Unit of the billing interval.</summary>
    public required BillingProductPriceInterval Interval { get; init; }

    /// <summary>Number of these units between two invoices, such as 3 for a quarter.</summary>
    public required long IntervalCount { get; init; }

    /// <summary>Display name of the price; null if it has none.</summary>
    public string? Nickname { get; init; }

    /// <summary>Price per unit in minor units of the currency.</summary>
    public required long Price { get; init; }

    /// <summary>
    /// Exact price in minor units, as decimal text, which wins over <c>price</c>; null if there are no fractions.
    /// </summary>
    public string? PriceDecimal { get; init; }

    /// <summary>Billing provider that holds this record.</summary>
    public required BillingProviderType ProviderType { get; init; }

    /// <summary>Way in which the price depends on the quantity.</summary>
    public required BillingPriceScheme Scheme { get; init; }
}
