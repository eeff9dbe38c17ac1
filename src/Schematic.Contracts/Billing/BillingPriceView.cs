namespace Schematic.Contracts.Billing;

public sealed record BillingPriceView
{
    public required BillingPriceScheme BillingScheme { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required string Currency { get; init; }

    public required string Id { get; init; }

    public required BillingProductPriceInterval Interval { get; init; }

    public required long IntervalCount { get; init; }

    public required bool IsActive { get; init; }

    public string? MeterEventName { get; init; }

    public string? MeterEventPayloadKey { get; init; }

    public string? MeterId { get; init; }

    public string? Nickname { get; init; }

    public required long PackageSize { get; init; }

    public required long Price { get; init; }

    public string? PriceDecimal { get; init; }

    public required string PriceExternalId { get; init; }

    public required string PriceId { get; init; }

    public required IReadOnlyList<BillingProductPriceTierResponseData> PriceTier { get; init; }

    public required string ProductExternalId { get; init; }

    public required string ProductId { get; init; }

    public required string ProductName { get; init; }

    public required BillingProviderType ProviderType { get; init; }

    public BillingTiersMode? TiersMode { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public required BillingPriceUsageType UsageType { get; init; }
}
