namespace Schematic.Contracts.Billing;

public sealed record ScheduledDowngradeResponseData
{
    public required string Currency { get; init; }

    public required DateTimeOffset EffectiveAfter { get; init; }

    public required string FromPlanId { get; init; }

    public required string FromPlanName { get; init; }

    public required long FromSubscriptionPrice { get; init; }

    public required string Id { get; init; }

    public required string Interval { get; init; }

    public string? ScheduledInterval { get; init; }

    public long? ScheduledPrice { get; init; }

    public required string ToPlanId { get; init; }

    public required string ToPlanName { get; init; }
}
