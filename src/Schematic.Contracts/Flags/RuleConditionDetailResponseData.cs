using System.Text.Json;
using System.Text.Json.Serialization;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Events;
using Schematic.Contracts.Plans;

namespace Schematic.Contracts.Flags;

/// <summary>A condition of a flag rule, with the names of what it refers to.</summary>
public sealed record RuleConditionDetailResponseData
{
    /// <summary>Trait to compare with; left out if the value is fixed or the trait was deleted.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public EntityTraitDefinitionResponseData? ComparisonTrait { get; init; }

    /// <summary>Id of the trait to compare with, <c>trdf_…</c>; null if the value is fixed.</summary>
    public string? ComparisonTraitId { get; init; }

    /// <summary>Id of the group that contains the condition, <c>cogr_…</c>; null outside a group.</summary>
    public string? ConditionGroupId { get; init; }

    /// <summary>Kind of fact that the condition examines.</summary>
    public required ConditionType ConditionType { get; init; }

    /// <summary>Time of creation, in UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>
    /// Credits that one use costs; left out unless the condition is on a credit. An addition to the published API.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? CreditCost { get; init; }

    /// <summary>
    /// Id of the credit to examine; left out unless the condition is on a credit. An addition to the published API.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? CreditId { get; init; }

    /// <summary>Id of the environment it belongs to, <c>env_…</c>.</summary>
    public required string EnvironmentId { get; init; }

    /// <summary>Name of the event that a metric counts or that draws a credit; null for other conditions.</summary>
    public string? EventSubtype { get; init; }

    /// <summary>Id of the flag, <c>flag_…</c>; null if the rule belongs to none.</summary>
    public string? FlagId { get; init; }

    /// <summary>Id of the condition, <c>cond_…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Period over which events are counted; null counts all time.</summary>
    public MetricPeriod? MetricPeriod { get; init; }

    /// <summary>Start of a monthly period; null is the first of the month.</summary>
    public MetricPeriodMonthReset? MetricPeriodMonthReset { get; init; }

    /// <summary>Number to compare the count with; null if it is compared with a trait.</summary>
    public long? MetricValue { get; init; }

    /// <summary>Comparison that the condition makes.</summary>
    public required ComparableOperator Operator { get; init; }

    /// <summary>Ids to match, of the kind that the type names; empty for other types.</summary>
    public required IReadOnlyList<string> ResourceIds { get; init; }

    /// <summary>Names of the <c>resource_ids</c> that still exist.</summary>
    public required IReadOnlyList<PreviewObjectResponseData> Resources { get; init; }

    /// <summary>Id of the rule, <c>rule_…</c>.</summary>
    public required string RuleId { get; init; }

    /// <summary>Trait to examine; left out unless the condition is on a trait that still exists.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public EntityTraitDefinitionResponseData? Trait { get; init; }

    /// <summary>Kind of entity whose trait is examined; null unless the condition is on a trait.</summary>
    public EntityType? TraitEntityType { get; init; }

    /// <summary>Id of the trait to examine, <c>trdf_…</c>; null unless the condition is on a trait.</summary>
    public string? TraitId { get; init; }

    /// <summary>Text to compare the trait with; empty if there is none.</summary>
    public required string TraitValue { get; init; }

    /// <summary>Time of the last change, in UTC.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>
    /// Members that the published API does not name, kept as sent; null removes one. At most 4,096 characters.
    /// </summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Extra { get; init; }
}
