using System.Text.Json.Serialization;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Events;

namespace Schematic.Contracts.Flags;

public sealed record CheckFlagResponseData
{
    public string? CompanyId { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FeatureEntitlement? Entitlement { get; init; }

    public string? Error { get; init; }

    /// <summary>Deprecated: <see cref="Entitlement"/> has it.</summary>
    public long? FeatureAllocation { get; init; }

    /// <summary>Deprecated: <see cref="Entitlement"/> has it.</summary>
    public long? FeatureUsage { get; init; }

    /// <summary>Deprecated: <see cref="Entitlement"/> has it.</summary>
    public string? FeatureUsageEvent { get; init; }

    /// <summary>Deprecated: <see cref="Entitlement"/> has it.</summary>
    public MetricPeriod? FeatureUsagePeriod { get; init; }

    /// <summary>Deprecated: <see cref="Entitlement"/> has it.</summary>
    public DateTimeOffset? FeatureUsageResetAt { get; init; }

    /// <summary>The key that was asked for.</summary>
    public required string Flag { get; init; }

    public string? FlagId { get; init; }

    /// <summary>A sentence that says why <see cref="Value"/> is what it is.</summary>
    public required string Reason { get; init; }

    public string? RuleId { get; init; }

    public RuleType? RuleType { get; init; }

    public string? UserId { get; init; }

    public required bool Value { get; init; }
}
