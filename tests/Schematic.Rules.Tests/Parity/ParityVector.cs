using Schematic.Rules.Definitions;
using Schematic.Rules.Facts;

namespace Schematic.Rules.Tests.Parity;

/// <summary>
/// One fact of the domain's table, in the words of the published API, so that another implementation can be held to the
/// same files.
/// </summary>
public sealed record ParityVector
{
    private const decimal MicroCredits = 1_000_000;

    public required string Name { get; init; }

    public ParityCompany? Company { get; init; }

    public ParityUser? User { get; init; }

    public ParityPreflight? Preflight { get; init; }

    public required ParityCondition Condition { get; init; }

    public bool Holds { get; init; }

    public sealed record ParityTrait(string Id, ComparableKind ComparableType, string Value);

    public sealed record ParityTraitDefinition(string Id, EntityKind EntityType, ComparableKind ComparableType)
    {
        public TraitReference Read() => new(Id, EntityType, ComparableType);
    }

    public sealed record ParityMetric(string EventSubtype, CounterPeriod Period, MonthReset MonthReset, long Value);

    public sealed record ParityEventUsage(string EventSubtype, long Quantity);

    public sealed record ParityCompany
    {
        public required string Id { get; init; }

        public IReadOnlyList<ParityTrait> Traits { get; init; } = [];

        public IReadOnlyList<ParityMetric> Metrics { get; init; } = [];

        public IReadOnlyList<string> PlanIds { get; init; } = [];

        public IReadOnlyList<string> PlanVersionIds { get; init; } = [];

        public IReadOnlyList<string> BillingProductIds { get; init; } = [];

        public string? BasePlanId { get; init; }

        public IReadOnlyDictionary<string, decimal> CreditBalances { get; init; } = new Dictionary<string, decimal>();

        public CompanyFacts Read() =>
            new()
            {
                Id = Id,
                Traits = [.. Traits.Select(static trait => new TraitFact(trait.Id, trait.ComparableType, trait.Value))],
                Metrics =
                [
                    .. Metrics.Select(static metric => new MetricFact(
                        metric.EventSubtype,
                        metric.Period,
                        metric.MonthReset,
                        metric.Value
                    )),
                ],
                PlanIds = PlanIds,
                PlanVersionIds = PlanVersionIds,
                BillingProductIds = BillingProductIds,
                BasePlanId = BasePlanId,
                Credits = Micro(CreditBalances)
                    .ToDictionary(static one => one.Key, static one => new CreditFigures(one.Value, one.Value)),
            };
    }

    public sealed record ParityUser(string Id, IReadOnlyList<ParityTrait>? Traits)
    {
        public UserFacts Read() =>
            new()
            {
                Id = Id,
                Traits =
                [
                    .. (Traits ?? []).Select(static trait => new TraitFact(
                        trait.Id,
                        trait.ComparableType,
                        trait.Value
                    )),
                ],
            };
    }

    public sealed record ParityPreflight(
        long? Usage,
        ParityEventUsage? EventUsage,
        IReadOnlyDictionary<string, decimal>? CreditCost
    )
    {
        public Preflight Read() =>
            new(
                Usage ?? 0,
                EventUsage?.EventSubtype,
                EventUsage?.Quantity ?? 0,
                Micro(CreditCost ?? new Dictionary<string, decimal>())
            );
    }

    public sealed record ParityCondition
    {
        public ConditionKind ConditionType { get; init; }

        public ComparisonOperator Operator { get; init; }

        public IReadOnlyList<string> ResourceIds { get; init; } = [];

        public string? EventSubtype { get; init; }

        public CounterPeriod? MetricPeriod { get; init; }

        public MonthReset? MetricPeriodMonthReset { get; init; }

        public long? MetricValue { get; init; }

        public string? CreditId { get; init; }

        public decimal? ConsumptionRate { get; init; }

        public ParityTraitDefinition? Trait { get; init; }

        public string TraitValue { get; init; } = "";

        public ParityTraitDefinition? ComparisonTrait { get; init; }

        public ConditionDefinition Read() =>
            new()
            {
                Kind = ConditionType,
                Operator = Operator,
                ResourceIds = ResourceIds,
                EventSubtype = EventSubtype,
                MetricPeriod = MetricPeriod,
                MetricPeriodMonthReset = MetricPeriodMonthReset,
                MetricValue = MetricValue,
                CreditId = CreditId,
                ConsumptionRateMicroCredits = (long?)(ConsumptionRate * MicroCredits),
                Trait = Trait?.Read(),
                TraitValue = TraitValue,
                ComparisonTrait = ComparisonTrait?.Read(),
            };
    }

    private static Dictionary<string, long> Micro(IReadOnlyDictionary<string, decimal> credits) =>
        credits.ToDictionary(static pair => pair.Key, static pair => (long)(pair.Value * MicroCredits));
}
