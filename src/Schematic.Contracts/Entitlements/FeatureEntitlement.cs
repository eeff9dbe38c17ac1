using System.Text.Json.Serialization;
using Schematic.Contracts.Events;

namespace Schematic.Contracts.Entitlements;

/// <summary>A company's right to use a feature, with its limit and present usage.</summary>
public sealed record FeatureEntitlement
{
    /// <summary>Limit of usage; null if it is not numeric.</summary>
    public long? Allocation { get; init; }

    /// <summary>Credits that one unit of usage costs; null unless usage draws credits.</summary>
    public double? ConsumptionRate { get; init; }

    /// <summary>Id of the credit that usage draws; null unless usage draws credits.</summary>
    public string? CreditId { get; init; }

    /// <summary>Credits left, without those an open lease holds; null unless usage draws credits.</summary>
    public double? CreditRemaining { get; init; }

    /// <summary>Credits that an open lease holds unspent; null unless usage draws credits.</summary>
    public double? CreditReserved { get; init; }

    /// <summary>
    /// Credits remaining and reserved together, the number to show to people; null unless usage draws credits.
    /// </summary>
    public double? CreditSettled { get; init; }

    /// <summary>Credits granted in total; null unless usage draws credits.</summary>
    public double? CreditTotal { get; init; }

    /// <summary>Credits used so far; null unless usage draws credits.</summary>
    public double? CreditUsed { get; init; }

    /// <summary>Name of the event that is counted, for people; null if no event is.</summary>
    public string? EventName { get; init; }

    /// <summary>Name of the event that is counted or that draws credits; null if no event is.</summary>
    public string? EventSubtype { get; init; }

    /// <summary>Id of the feature, <c>feat_…</c>.</summary>
    public required string FeatureId { get; init; }

    /// <summary>Key of the feature's flag.</summary>
    public required string FeatureKey { get; init; }

    /// <summary>Period over which usage is counted; null if no event is.</summary>
    public MetricPeriod? MetricPeriod { get; init; }

    /// <summary>Time at which the count restarts, in UTC; null if it never does.</summary>
    public DateTimeOffset? MetricResetAt { get; init; }

    /// <summary>Start of a monthly period; null unless the period is a month.</summary>
    public MetricPeriodMonthReset? MonthReset { get; init; }

    /// <summary>Usage from which overage is billed, or the next price tier begins; null if neither applies.</summary>
    public long? SoftLimit { get; init; }

    /// <summary>Usage so far in the period; null if it is not measured.</summary>
    public long? Usage { get; init; }

    /// <summary>Kind of value that limits usage.</summary>
    public required EntitlementValueType ValueType { get; init; }

    /// <summary>Usage at which a warning is sent; left out if none is set.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<WarningTier>? WarningTiers { get; init; }
}
