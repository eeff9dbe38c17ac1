using System.Text.Json.Serialization;
using Schematic.Contracts.Events;

namespace Schematic.Contracts.Flags;

public sealed record Condition
{
    public required string AccountId { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TraitDefinition? ComparisonTraitDefinition { get; init; }

    public required ConditionType ConditionType { get; init; }

    public double? ConsumptionRate { get; init; }

    public string? CreditId { get; init; }

    public required string EnvironmentId { get; init; }

    public string? EventSubtype { get; init; }

    public required string Id { get; init; }

    public MetricPeriod? MetricPeriod { get; init; }

    public MetricPeriodMonthReset? MetricPeriodMonthReset { get; init; }

    public long? MetricValue { get; init; }

    public required ComparableOperator Operator { get; init; }

    public required IReadOnlyList<string> ResourceIds { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TraitDefinition? TraitDefinition { get; init; }

    public required string TraitValue { get; init; }
}
