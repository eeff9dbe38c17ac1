using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using Schematic.Contracts.Events;
using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Flags;

/// <summary>A condition to write. Members that its type does not use are refused.</summary>
public sealed record CreateOrUpdateConditionRequestBody
{
    /// <summary>
    /// Id of a trait to compare with, <c>trdf_…</c>, in place of <c>trait_value</c> or <c>metric_value</c>; null for
    /// none.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ComparisonTraitId { get; init; }

    /// <summary>Kind of fact that the condition examines.</summary>
    public required ConditionType ConditionType { get; init; }

    /// <summary>
    /// Credits that one use costs, for a condition on a credit; left out, a kept condition keeps its own.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<double?> CreditCost { get; init; }

    /// <summary>
    /// Id of the credit to examine, for a condition on a credit; left out, a kept condition keeps its own.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string> CreditId { get; init; }

    /// <summary>Name of the event that a metric counts or that draws a credit; null for other conditions.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? EventSubtype { get; init; }

    /// <summary>Id of a condition of this flag to keep, <c>cond_…</c>; null creates a new one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Id { get; init; }

    /// <summary>Period over which events are counted; null counts all time.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public MetricPeriod? MetricPeriod { get; init; }

    /// <summary>Start of a monthly period; null is the first of the month.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public MetricPeriodMonthReset? MetricPeriodMonthReset { get; init; }

    /// <summary>Number to compare the count with; null if it is compared with a trait.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? MetricValue { get; init; }

    /// <summary>Comparison that the condition makes.</summary>
    public required ComparableOperator Operator { get; init; }

    /// <summary>
    /// Ids of companies, users, plans, plan versions or billing products, as the type says; at most 1,000.
    /// </summary>
    [MaxLength(1000)]
    public required IReadOnlyList<string> ResourceIds { get; init; }

    /// <summary>Id of the trait to examine, <c>trdf_…</c>, for a condition on a trait; otherwise null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TraitId { get; init; }

    /// <summary>Text to compare the trait with; null if it is compared with another trait.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TraitValue { get; init; }

    /// <summary>
    /// Members that the published API does not name, kept as sent; null removes one. At most 4,096 characters.
    /// </summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Extra { get; init; }
}
