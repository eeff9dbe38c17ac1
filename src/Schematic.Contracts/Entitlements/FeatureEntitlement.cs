using System.Text.Json.Serialization;
using Schematic.Contracts.Events;

namespace Schematic.Contracts.Entitlements;

public sealed record FeatureEntitlement
{
    public long? Allocation { get; init; }

    public double? ConsumptionRate { get; init; }

    public string? CreditId { get; init; }

    public double? CreditRemaining { get; init; }

    public double? CreditReserved { get; init; }

    public double? CreditSettled { get; init; }

    public double? CreditTotal { get; init; }

    public double? CreditUsed { get; init; }

    public string? EventName { get; init; }

    public string? EventSubtype { get; init; }

    public required string FeatureId { get; init; }

    public required string FeatureKey { get; init; }

    public MetricPeriod? MetricPeriod { get; init; }

    public DateTimeOffset? MetricResetAt { get; init; }

    public MetricPeriodMonthReset? MonthReset { get; init; }

    public long? SoftLimit { get; init; }

    public long? Usage { get; init; }

    public required EntitlementValueType ValueType { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<WarningTier>? WarningTiers { get; init; }
}
