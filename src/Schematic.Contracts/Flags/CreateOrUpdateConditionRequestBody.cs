using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using Schematic.Contracts.Events;
using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Flags;

public sealed record CreateOrUpdateConditionRequestBody
{
    /// <summary>A trait whose value is compared with, in place of <see cref="TraitValue"/> or <see cref="MetricValue"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ComparisonTraitId { get; init; }

    public required ConditionType ConditionType { get; init; }

    /// <summary>Credits that one use costs; left out, a kept condition keeps its own.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<double?> CreditCost { get; init; }

    /// <summary>Left out, a kept condition keeps its own: the published answers do not show it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string> CreditId { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? EventSubtype { get; init; }

    /// <summary>Names a condition of this flag that is kept; null makes a new one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Id { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public MetricPeriod? MetricPeriod { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public MetricPeriodMonthReset? MetricPeriodMonthReset { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? MetricValue { get; init; }

    public required ComparableOperator Operator { get; init; }

    /// <summary>Companies, users, plans, plan versions or billing products, as the type says.</summary>
    [MaxLength(1000)]
    public required IReadOnlyList<string> ResourceIds { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TraitId { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TraitValue { get; init; }

    /// <summary>Members that the description does not name: what one client adds, others leave as it is.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Extra { get; init; }
}
