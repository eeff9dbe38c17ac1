namespace Schematic.Contracts.Billing;

public sealed record BillingPriceResponseData
{
    public required string Currency { get; init; }

    public required string ExternalPriceId { get; init; }

    public required string Id { get; init; }

    public required BillingProductPriceInterval Interval { get; init; }

    public required long IntervalCount { get; init; }

    public string? Nickname { get; init; }

    public required long Price { get; init; }

    public string? PriceDecimal { get; init; }

    public required BillingProviderType ProviderType { get; init; }

    public required BillingPriceScheme Scheme { get; init; }
}
