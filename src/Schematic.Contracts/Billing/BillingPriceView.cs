namespace Schematic.Contracts.Billing;

/// <summary>A price with its product, its tiers and its meter.</summary>
public sealed record BillingPriceView
{
    /// <summary>Way in which the price depends on the quantity.</summary>
    public required BillingPriceScheme BillingScheme { get; init; }

    /// <summary>Time of creation, in UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>ISO 4217 code in lower case, such as <c>usd</c>.</summary>
    public required string Currency { get; init; }

    /// <summary>Id of the price together with its product.</summary>
    public required string Id { get; init; }

    /// <summary>Unit of the billing interval.</summary>
    public required BillingProductPriceInterval Interval { get; init; }

    /// <summary>Number of these units between two invoices, such as 3 for a quarter.</summary>
    public required long IntervalCount { get; init; }

    /// <summary>True if the price can still be sold.</summary>
    public required bool IsActive { get; init; }

    /// <summary>Name of the event that feeds the provider's meter; null unless usage is metered.</summary>
    public string? MeterEventName { get; init; }

    /// <summary>Member of that event that holds the quantity; null unless usage is metered.</summary>
    public string? MeterEventPayloadKey { get; init; }

    /// <summary>Id of the provider's meter; null unless usage is metered.</summary>
    public string? MeterId { get; init; }

    /// <summary>Display name of the price; null if it has none.</summary>
    public string? Nickname { get; init; }

    /// <summary>Number of units that are sold together for <c>price</c>.</summary>
    public required long PackageSize { get; init; }

    /// <summary>Price per package in minor units of the currency.</summary>
    public required long Price { get; init; }

    /// <summary>
    /// Exact price in minor units, as decimal text, which wins over <c>price</c>; null if there are no fractions.
    /// </summary>
    public string? PriceDecimal { get; init; }

    /// <summary>Id of the price at the billing provider.</summary>
    public required string PriceExternalId { get; init; }

    /// <summary>Id of the price, <c>bilpp_…</c>.</summary>
    public required string PriceId { get; init; }

    /// <summary>Tiers of a tiered price, lowest first; empty for others.</summary>
    public required IReadOnlyList<BillingProductPriceTierResponseData> PriceTier { get; init; }

    /// <summary>Id of the product at the billing provider.</summary>
    public required string ProductExternalId { get; init; }

    /// <summary>Id of the product that the price is for.</summary>
    public required string ProductId { get; init; }

    /// <summary>Display name of the product.</summary>
    public required string ProductName { get; init; }

    /// <summary>Billing provider that holds this record.</summary>
    public required BillingProviderType ProviderType { get; init; }

    /// <summary>Way in which tiers add up; null unless the price is tiered.</summary>
    public BillingTiersMode? TiersMode { get; init; }

    /// <summary>Time of the last change, in UTC.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Way in which the billed quantity is found.</summary>
    public required BillingPriceUsageType UsageType { get; init; }
}
