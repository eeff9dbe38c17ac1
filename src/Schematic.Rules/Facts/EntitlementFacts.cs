using Schematic.Rules.Definitions;

namespace Schematic.Rules.Facts;

/// <summary>
/// What a company may use of a feature, handed through to the verdict of its flag. Figures are those of now: a pre-flight does not
/// change them.
/// </summary>
public sealed record EntitlementFacts
{
    public required string FeatureId { get; init; }

    /// <summary>Also the key of the feature's flag.</summary>
    public required string FeatureKey { get; init; }

    public required EntitlementKind Kind { get; init; }

    /// <summary>How much there is to use, of a numeric entitlement.</summary>
    public long? Allocation { get; init; }

    /// <summary>How much is used, of a numeric entitlement.</summary>
    public long? Usage { get; init; }

    public long? SoftLimit { get; init; }

    /// <summary>The display name of <see cref="EventSubtype"/>.</summary>
    public string? EventName { get; init; }

    public string? EventSubtype { get; init; }

    public CounterPeriod? MetricPeriod { get; init; }

    public MonthReset? MonthReset { get; init; }

    public DateTimeOffset? MetricResetAt { get; init; }

    public string? CreditId { get; init; }

    /// <summary>Credits for one unit of use.</summary>
    public long? ConsumptionRateMicroCredits { get; init; }

    public long? CreditTotalMicroCredits { get; init; }

    public long? CreditUsedMicroCredits { get; init; }

    /// <summary>Without what open leases hold.</summary>
    public long? CreditRemainingMicroCredits { get; init; }

    /// <summary>What open leases hold and have not spent.</summary>
    public long? CreditReservedMicroCredits { get; init; }

    /// <summary>Remaining and reserved.</summary>
    public long? CreditSettledMicroCredits { get; init; }
}
