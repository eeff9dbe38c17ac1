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
    /// Id of a trait of the same entity whose value is compared with, in place of <see cref="TraitValue"/> or
    /// <see cref="MetricValue"/>.
    /// </summary>
    [ConditionMember(ConditionType.Metric, ConditionType.Trait)]
    public string? ComparisonTraitId { get; init; }

    public required ConditionType ConditionType { get; init; }

    /// <summary>
    /// Credits that one use costs, 0 or more; 1 unless given. A request that leaves it out keeps the stored cost.
    /// </summary>
    [ConditionMember(ConditionType.Credit)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<double?> CreditCost { get; init; }

    /// <summary>
    /// Id of the credit. A request that leaves it out keeps the stored one: not every client knows this member.
    /// </summary>
    [ConditionMember(ConditionType.Credit)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string> CreditId { get; init; }

    /// <summary>The event that a metric counts; in a condition on a credit, the event that draws it.</summary>
    [ConditionMember(ConditionType.Metric, ConditionType.Credit)]
    public string? EventSubtype { get; init; }

    /// <summary>The period in which events are counted; all of time unless given.</summary>
    [ConditionMember(ConditionType.Metric)]
    public MetricPeriod? MetricPeriod { get; init; }

    /// <summary>When a month starts; the first of the calendar month unless given.</summary>
    [ConditionMember(ConditionType.Metric)]
    public MetricPeriodMonthReset? MetricPeriodMonthReset { get; init; }

    /// <summary>The number that a metric is compared with.</summary>
    [ConditionMember(ConditionType.Metric)]
    public long? MetricValue { get; init; }

    public required ComparableOperator Operator { get; init; }

    /// <summary>Ids of companies, users, plans, plan versions or billing products, depending on the type.</summary>
    [ConditionMember(
        ConditionType.Company,
        ConditionType.User,
        ConditionType.Plan,
        ConditionType.PlanVersion,
        ConditionType.BillingProduct,
        ConditionType.BasePlan
    )]
    [MaxLength(1000)]
    public required IReadOnlyList<string> ResourceIds { get; init; }

    /// <summary>Id of the trait whose value is compared.</summary>
    [ConditionMember(ConditionType.Trait)]
    public string? TraitId { get; init; }

    /// <summary>The text, number, date or boolean that a trait is compared with, as text.</summary>
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
