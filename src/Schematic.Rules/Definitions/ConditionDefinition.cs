namespace Schematic.Rules.Definitions;

/// <summary>
/// A condition of a rule in the form that the engine prepares. Members that its <see cref="Kind"/> does not have are
/// ignored; whether a condition may be saved is for the caller to check.
/// </summary>
public sealed record ConditionDefinition
{
    public string Id { get; init; } = "";

    public required ConditionKind Kind { get; init; }

    public ComparisonOperator Operator { get; init; } = ComparisonOperator.Eq;

    /// <summary>Ids of companies, users, plans, plan versions or billing products.</summary>
    public IReadOnlyList<string> ResourceIds { get; init; } = [];

    /// <summary>
    /// The event that a metric counts; in a credit condition, the event whose pre-flight quantity multiplies the rate.
    /// </summary>
    public string? EventSubtype { get; init; }

    /// <summary>Null means <see cref="CounterPeriod.AllTime"/>.</summary>
    public CounterPeriod? MetricPeriod { get; init; }

    /// <summary>Null means <see cref="MonthReset.FirstOfMonth"/>.</summary>
    public MonthReset? MetricPeriodMonthReset { get; init; }

    public long? MetricValue { get; init; }

    public string? CreditId { get; init; }

    /// <summary>The cost of one unit of use in micro-credits; null means one credit.</summary>
    public long? ConsumptionRateMicroCredits { get; init; }

    public TraitReference? Trait { get; init; }

    public string TraitValue { get; init; } = "";

    /// <summary>The trait to compare with, in place of <see cref="MetricValue"/> or <see cref="TraitValue"/>.</summary>
    public TraitReference? ComparisonTrait { get; init; }
}
