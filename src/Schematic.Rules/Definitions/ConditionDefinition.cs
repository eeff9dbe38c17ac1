namespace Schematic.Rules.Definitions;

/// <summary>
/// One question of a rule, as it is stored. Members that its <see cref="Kind"/> does not use are ignored by the evaluation;
/// <see cref="Checking.ConditionShape"/> says which do not fit.
/// </summary>
public sealed record ConditionDefinition
{
    public string Id { get; init; } = "";

    public required ConditionKind Kind { get; init; }

    public ComparisonOperator Operator { get; init; } = ComparisonOperator.Eq;

    /// <summary>Ids of companies, users, plans, plan versions or billing products.</summary>
    public IReadOnlyList<string> ResourceIds { get; init; } = [];

    /// <summary>The event a metric counts; of a credit condition, the event whose pre-flight usage multiplies its rate.</summary>
    public string? EventSubtype { get; init; }

    /// <summary>Nothing means <see cref="CounterPeriod.AllTime"/>.</summary>
    public CounterPeriod? MetricPeriod { get; init; }

    /// <summary>Nothing means <see cref="MonthReset.FirstOfMonth"/>.</summary>
    public MonthReset? MetricPeriodMonthReset { get; init; }

    public long? MetricValue { get; init; }

    public string? CreditId { get; init; }

    /// <summary>Credits for one unit of use, in 10⁻⁶ credit. Nothing means one credit.</summary>
    public long? ConsumptionRateMicroCredits { get; init; }

    public TraitReference? Trait { get; init; }

    public string TraitValue { get; init; } = "";

    /// <summary>Compared with instead of <see cref="MetricValue"/> or <see cref="TraitValue"/>.</summary>
    public TraitReference? ComparisonTrait { get; init; }
}
