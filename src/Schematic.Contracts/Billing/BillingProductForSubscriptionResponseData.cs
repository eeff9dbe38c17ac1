namespace Schematic.Contracts.Billing;

/// <summary>A product within a subscription, with its price and quantity.</summary>
public sealed record BillingProductForSubscriptionResponseData
{
    /// <summary>Way in which the price depends on the quantity.</summary>
    public required BillingPriceScheme BillingScheme { get; init; }

    /// <summary>Amount in minor units at which usage is invoiced before the period ends; null if never.</summary>
    public long? BillingThreshold { get; init; }

    /// <summary>Time of creation, in UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>ISO 4217 code in lower case, such as <c>usd</c>.</summary>
    public required string Currency { get; init; }

    /// <summary>Id of the environment it belongs to, <c>env_…</c>.</summary>
    public required string EnvironmentId { get; init; }

    /// <summary>Id of the product at the billing provider.</summary>
    public required string ExternalId { get; init; }

    /// <summary>Id of the product.</summary>
    public required string Id { get; init; }

    /// <summary>Unit of the billing interval, such as <c>month</c>.</summary>
    public required string Interval { get; init; }

    /// <summary>Number of these units between two invoices; null counts as 1.</summary>
    public long? IntervalCount { get; init; }

    /// <summary>Id of the provider's meter; null unless usage is metered.</summary>
    public string? MeterId { get; init; }

    /// <summary>Display name of the product.</summary>
    public required string Name { get; init; }

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

    /// <summary>Billing provider that holds this record.</summary>
    public required BillingProviderType ProviderType { get; init; }

    /// <summary>Number of units in the subscription.</summary>
    public required double Quantity { get; init; }

    /// <summary>Id of the subscription that contains the product.</summary>
    public required string SubscriptionId { get; init; }

    /// <summary>Id of the subscription's item at the billing provider; null if it has none.</summary>
    public string? SubscriptionItemExternalId { get; init; }

    /// <summary>Time of the last change, in UTC.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Way in which the billed quantity is found.</summary>
    public required BillingPriceUsageType UsageType { get; init; }
}
