namespace Schematic.Contracts.Billing;

public sealed record BillingProductForSubscriptionResponseData
{
    public required BillingPriceScheme BillingScheme { get; init; }

    public long? BillingThreshold { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required string Currency { get; init; }

    public required string EnvironmentId { get; init; }

    public required string ExternalId { get; init; }

    public required string Id { get; init; }

    public required string Interval { get; init; }

    public long? IntervalCount { get; init; }

    public string? MeterId { get; init; }

    public required string Name { get; init; }

    public required long PackageSize { get; init; }

    public required long Price { get; init; }

    public string? PriceDecimal { get; init; }

    public required string PriceExternalId { get; init; }

    public required string PriceId { get; init; }

    public required IReadOnlyList<BillingProductPriceTierResponseData> PriceTier { get; init; }

    public required BillingProviderType ProviderType { get; init; }

    public required double Quantity { get; init; }

    public required string SubscriptionId { get; init; }

    public string? SubscriptionItemExternalId { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public required BillingPriceUsageType UsageType { get; init; }
}
