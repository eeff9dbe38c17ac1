using Schematic.Rules.Definitions;

namespace Schematic.Rules.Facts;

/// <summary>
/// An entitlement of a company to a feature, passed on to the verdict of the feature's flag. A pre-flight does not
/// change its figures.
/// </summary>
public sealed record EntitlementFacts
{
    public required string FeatureId { get; init; }

    /// <summary>The key of the feature, and of its flag.</summary>
    public required string FeatureKey { get; init; }

    public required EntitlementKind Kind { get; init; }

    /// <summary>True if an override of one company gives it; false if a plan gives it to all its companies.</summary>
    public bool IsOverride { get; init; }

    /// <summary>The allowance of a numeric entitlement.</summary>
    public long? Allocation { get; init; }

    /// <summary>Id of the company's trait that holds the allowance; null if none does.</summary>
    public string? LimitTraitId { get; init; }

    /// <summary>Id of the company's trait that holds the usage; null if events are counted, or nothing is.</summary>
    public string? UsageTraitId { get; init; }

    /// <summary>The last unit of each tier of the price, lowest first; empty if it has none.</summary>
    public IReadOnlyList<long> TierLimits { get; init; } = [];

    /// <summary>The used part of a numeric entitlement.</summary>
    public long? Usage { get; init; }

    public long? SoftLimit { get; init; }

    /// <summary>The display name of <see cref="EventSubtype"/>.</summary>
    public string? EventName { get; init; }

    public string? EventSubtype { get; init; }

    public CounterPeriod? MetricPeriod { get; init; }

    public MonthReset? MonthReset { get; init; }

    public DateTimeOffset? MetricResetAt { get; init; }

    public string? CreditId { get; init; }

    /// <summary>The cost of one unit of use.</summary>
    public long? ConsumptionRateMicroCredits { get; init; }

    public long? CreditTotalMicroCredits { get; init; }

    public long? CreditUsedMicroCredits { get; init; }

    /// <summary>The balance without the credits held by open leases.</summary>
    public long? CreditRemainingMicroCredits { get; init; }

    /// <summary>The credits that open leases hold and have not spent.</summary>
    public long? CreditReservedMicroCredits { get; init; }

    /// <summary>Remaining plus reserved.</summary>
    public long? CreditSettledMicroCredits { get; init; }
}
