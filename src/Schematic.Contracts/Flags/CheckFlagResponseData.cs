using System.Text.Json.Serialization;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Events;

namespace Schematic.Contracts.Flags;

/// <summary>Value of a flag for a company and a user, with the reason.</summary>
public sealed record CheckFlagResponseData
{
    /// <summary>Id of the company that the keys found, <c>comp_…</c>; null if they found none.</summary>
    public string? CompanyId { get; init; }

    /// <summary>Entitlement of the company to the flag's feature; left out if it has none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FeatureEntitlement? Entitlement { get; init; }

    /// <summary>Failure during the check; null if it succeeded.</summary>
    public string? Error { get; init; }

    /// <summary>Deprecated: see <c>entitlement.allocation</c>.</summary>
    public long? FeatureAllocation { get; init; }

    /// <summary>Deprecated: see <c>entitlement.usage</c>.</summary>
    public long? FeatureUsage { get; init; }

    /// <summary>Deprecated: see <c>entitlement.event_name</c>.</summary>
    public string? FeatureUsageEvent { get; init; }

    /// <summary>Deprecated: see <c>entitlement.metric_period</c>.</summary>
    public MetricPeriod? FeatureUsagePeriod { get; init; }

    /// <summary>Deprecated: see <c>entitlement.metric_reset_at</c>.</summary>
    public DateTimeOffset? FeatureUsageResetAt { get; init; }

    /// <summary>Key of the flag, as it was asked for.</summary>
    public required string Flag { get; init; }

    /// <summary>Id of the checked flag, <c>flag_…</c>; null if no such flag exists.</summary>
    public string? FlagId { get; init; }

    /// <summary>Sentence that says why the flag has this value.</summary>
    public required string Reason { get; init; }

    /// <summary>Id of the rule that decided, <c>rule_…</c>; null if no rule matched.</summary>
    public string? RuleId { get; init; }

    /// <summary>Type of the rule that decided; null if no rule matched.</summary>
    public RuleType? RuleType { get; init; }

    /// <summary>Id of the user that the keys found, <c>user_…</c>; null if they found none.</summary>
    public string? UserId { get; init; }

    /// <summary>True if the flag is on and a further use of its feature is allowed.</summary>
    public required bool Value { get; init; }
}
