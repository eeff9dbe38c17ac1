using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Schematic.Contracts.Events;
using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Flags;

/// <summary>
/// The question that a condition asks, as a request names it, an answer shows it and the database stores it. Which
/// members a condition has depends on its type: <see cref="ConditionShape"/>.
/// </summary>
[SortMembers]
public abstract record ConditionTerms
{
    /// <summary>
    /// Id of a trait of the same entity to compare with, <c>trdf_…</c>, in place of <c>trait_value</c> or
    /// <c>metric_value</c>; null for none.
    /// </summary>
    [ConditionMember(ConditionType.Metric, ConditionType.Trait)]
    public string? ComparisonTraitId { get; init; }

    /// <summary>Kind of fact that the condition examines.</summary>
    public required ConditionType ConditionType { get; init; }

    /// <summary>
    /// Credits that one use costs, 0 or more; left out, a new condition takes 1 and a kept one its own.
    /// </summary>
    [ConditionMember(ConditionType.Credit)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<double?> CreditCost { get; init; }

    /// <summary>Id of the credit to examine; left out, a kept condition keeps its own.</summary>
    [ConditionMember(ConditionType.Credit)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string> CreditId { get; init; }

    /// <summary>Name of the event that a metric counts or that draws a credit; null for other conditions.</summary>
    [ConditionMember(ConditionType.Metric, ConditionType.Credit)]
    public string? EventSubtype { get; init; }

    /// <summary>Period over which events are counted; null counts all time.</summary>
    [ConditionMember(ConditionType.Metric)]
    public MetricPeriod? MetricPeriod { get; init; }

    /// <summary>Start of a monthly period; null is the first of the month.</summary>
    [ConditionMember(ConditionType.Metric)]
    public MetricPeriodMonthReset? MetricPeriodMonthReset { get; init; }

    /// <summary>Number to compare the count with; null if it is compared with a trait.</summary>
    [ConditionMember(ConditionType.Metric)]
    public long? MetricValue { get; init; }

    /// <summary>Comparison that the condition makes.</summary>
    public required ComparableOperator Operator { get; init; }

    /// <summary>
    /// Ids of companies, users, plans, plan versions or billing products, as the type says; at most 1,000.
    /// </summary>
    [ConditionMember(ConditionType.Company, ConditionType.User, ConditionType.BasePlan)]
    [ConditionMember(ConditionType.Plan, ConditionType.PlanVersion, ConditionType.BillingProduct)]
    [MaxLength(1000)]
    public required IReadOnlyList<string> ResourceIds { get; init; }

    /// <summary>Id of the trait to examine, <c>trdf_…</c>; null unless the condition is on a trait.</summary>
    [ConditionMember(ConditionType.Trait)]
    public string? TraitId { get; init; }

    /// <summary>Text to compare the trait with; null if it is compared with another trait.</summary>
    [ConditionMember(ConditionType.Trait)]
    public string? TraitValue { get; init; }

    /// <summary>
    /// The same terms without empty texts and cleared values: clients send back "" where an answer had nothing.
    /// </summary>
    public ConditionTerms WithoutEmptyMembers() =>
        this with
        {
            ComparisonTraitId = NullIfEmpty(ComparisonTraitId),
            CreditCost = CreditCost.Value is null ? default : CreditCost,
            CreditId = string.IsNullOrEmpty(CreditId.Value) ? default : CreditId,
            EventSubtype = NullIfEmpty(EventSubtype),
            TraitId = NullIfEmpty(TraitId),
            TraitValue = NullIfEmpty(TraitValue),
        };

    private static string? NullIfEmpty(string? text) => text is "" ? null : text;
}
