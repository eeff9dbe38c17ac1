using System.Text.Json.Serialization;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Events;
using Schematic.Contracts.Features;

namespace Schematic.Contracts.Entitlements;

/// <summary>A company's own value for a feature, in place of its plan's.</summary>
public sealed record CompanyOverrideResponseData
{
    /// <summary>The company that the override is for; left out if it was not asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CompanyDetailResponseData? Company { get; init; }

    /// <summary>Id of the company, <c>comp_…</c>.</summary>
    public required string CompanyId { get; init; }

    /// <summary>Credits that one unit of usage costs; null unless the value is credits.</summary>
    public double? ConsumptionRate { get; init; }

    /// <summary>Time of creation, in UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Id of the environment it belongs to, <c>env_…</c>.</summary>
    public required string EnvironmentId { get; init; }

    /// <summary>Time at which the override ends, in UTC; null if it never does.</summary>
    public DateTimeOffset? ExpirationDate { get; init; }

    /// <summary>The feature that is granted; left out if it was deleted.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FeatureResponseData? Feature { get; init; }

    /// <summary>Id of the feature, <c>feat_…</c>.</summary>
    public required string FeatureId { get; init; }

    /// <summary>Id of the override, <c>cmov_…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Period over which usage is counted; null if it is not counted by period.</summary>
    public MetricPeriod? MetricPeriod { get; init; }

    /// <summary>Start of a monthly period; null unless the period is a month.</summary>
    public MetricPeriodMonthReset? MetricPeriodMonthReset { get; init; }

    /// <summary>Notes that people left on the override.</summary>
    public required IReadOnlyList<CompanyOverrideNoteResponseData> Notes { get; init; }

    /// <summary>Id of the flag rule that grants the override, <c>rule_…</c>; null if there is none.</summary>
    public string? RuleId { get; init; }

    /// <summary>Id of the flag rule that denies once the limit is reached; null without a limit.</summary>
    public string? RuleIdUsageExceeded { get; init; }

    /// <summary>Time of the last change, in UTC.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>True gives the feature, false takes it away; null unless the value is boolean.</summary>
    public bool? ValueBool { get; init; }

    /// <summary>Limit of usage; null unless the value is numeric.</summary>
    public long? ValueNumeric { get; init; }

    /// <summary>Company trait that holds the limit; left out unless the value is a trait.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public EntityTraitDefinitionResponseData? ValueTrait { get; init; }

    /// <summary>Id of that trait, <c>trdf_…</c>; null unless the value is a trait.</summary>
    public string? ValueTraitId { get; init; }

    /// <summary>Kind of value, which says which of the <c>value_…</c> members counts.</summary>
    public required EntitlementValueType ValueType { get; init; }
}
