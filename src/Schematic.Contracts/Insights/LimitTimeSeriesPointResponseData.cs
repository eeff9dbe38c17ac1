using Schematic.Contracts.Entitlements;

namespace Schematic.Contracts.Insights;

/// <summary>A limit of usage and the time from which it applied.</summary>
public sealed record LimitTimeSeriesPointResponseData
{
    /// <summary>Time from which the limit applied, in UTC.</summary>
    public required DateTimeOffset EffectiveAt { get; init; }

    /// <summary>True if usage may exceed the limit.</summary>
    public required bool IsSoftLimit { get; init; }

    /// <summary>Whether a plan or an override set the limit.</summary>
    public required EntitlementType LimitSource { get; init; }

    /// <summary>The limit; null if usage was unlimited.</summary>
    public long? LimitValue { get; init; }

    /// <summary>Id of the plan that set the limit, <c>plan_…</c>; null if none did.</summary>
    public string? PlanId { get; init; }

    /// <summary>Way in which usage is paid for; null if it is included.</summary>
    public EntitlementPriceBehavior? PriceBehavior { get; init; }
}
