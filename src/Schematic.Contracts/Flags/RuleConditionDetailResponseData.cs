using System.Text.Json;
using System.Text.Json.Serialization;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Events;
using Schematic.Contracts.Plans;

namespace Schematic.Contracts.Flags;

public sealed record RuleConditionDetailResponseData
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public EntityTraitDefinitionResponseData? ComparisonTrait { get; init; }

    public string? ComparisonTraitId { get; init; }

    public string? ConditionGroupId { get; init; }

    public required ConditionType ConditionType { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>An addition to the published API: credits that one use costs, of a condition on a credit.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? CreditCost { get; init; }

    /// <summary>An addition to the published API: the credit that a condition on a credit measures.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? CreditId { get; init; }

    public required string EnvironmentId { get; init; }

    public string? EventSubtype { get; init; }

    public string? FlagId { get; init; }

    public required string Id { get; init; }

    public MetricPeriod? MetricPeriod { get; init; }

    public MetricPeriodMonthReset? MetricPeriodMonthReset { get; init; }

    public long? MetricValue { get; init; }

    public required ComparableOperator Operator { get; init; }

    public required IReadOnlyList<string> ResourceIds { get; init; }

    public required IReadOnlyList<PreviewObjectResponseData> Resources { get; init; }

    public required string RuleId { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public EntityTraitDefinitionResponseData? Trait { get; init; }

    public EntityType? TraitEntityType { get; init; }

    public string? TraitId { get; init; }

    public required string TraitValue { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Members that the description does not name: what one client adds, others leave as it is.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Extra { get; init; }
}
