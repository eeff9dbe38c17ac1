using Schematic.Rules.Definitions;

namespace Schematic.Testing.Rules;

internal sealed class ConditionGenerator(Dice dice, RuleWorld world)
{
    private static readonly Dictionary<ComparableKind, string[]> Values = new()
    {
        [ComparableKind.String] = ["", "eu", "us", "EU", "10", "9", "ünïcode 🎈"],
        [ComparableKind.Int] = ["0", "1", "2", "3", "5", "-1", "2.5", "1e1", "99999999999999999999"],
        [ComparableKind.Bool] = ["true", "false"],
        [ComparableKind.Date] =
        [
            "2026-11-20",
            "2026-11-21",
            "2026-11-20T12:00:00Z",
            "2026-11-20T14:00:00+02:00",
            "Fri Nov 20 2026",
            "Fri Nov 20 2026 14:00:00 GMT+0200 (CEST)",
        ],
    };

    // What no kind expects, and below what cannot be stored.
    private static readonly string[] Misfits =
    [
        "",
        "seven",
        "Invalid Date",
        "TRUE",
        "NaN",
        "1e999",
        "2026-13-45",
        "💥",
        " 5 ",
        "'; DROP TABLE flags;--",
    ];
    private static readonly string[] Hostile = ["\0", "\uD800", new('9', 5_000), "\u202Etxet", "2026-11-20\0"];

    public ConditionDefinition Next()
    {
        var condition = NextOf(dice.Of(world.Kinds)) with { Id = $"cond_{dice.NextId()}" };
        return world.IsWellFormed
            ? condition
            : dice.Between(0, 30) switch
            {
                0 => condition with { Kind = ConditionKind.Unknown },
                1 => condition with { Operator = ComparisonOperator.Unknown },
                2 => condition with { Kind = dice.Of(world.Kinds) },
                3 => condition with { EventSubtype = null, CreditId = null, Trait = null },
                4 => condition with { MetricValue = null, ResourceIds = [] },
                5 => condition with { Operator = dice.Of(Operators.All).Operator },
                6 => condition with { TraitValue = dice.Of(Hostile), EventSubtype = dice.Of(Hostile) },
                7 => condition with { ConsumptionRateMicroCredits = long.MaxValue, MetricValue = long.MinValue },
                _ => condition,
            };
    }

    public string NextValue(ComparableKind kind) =>
        dice.OneIn(8) ? dice.Of(Misfits)
        : !world.IsWellFormed && dice.OneIn(20) ? dice.Of(Hostile)
        : dice.Of(Values[kind]);

    private ConditionDefinition NextOf(ConditionKind kind)
    {
        var condition = new ConditionDefinition { Kind = kind, Operator = dice.Of(Operators.For(kind)) };
        return kind switch
        {
            ConditionKind.Company => condition with { ResourceIds = Ids(world.CompanyIds) },
            ConditionKind.User => condition with { ResourceIds = Ids(world.UserIds) },
            // Whether there is a plan at all is asked without naming one.
            ConditionKind.BasePlan
                when world.IsWellFormed
                    && condition.Operator is (ComparisonOperator.IsEmpty or ComparisonOperator.NotEmpty) => condition,
            ConditionKind.Plan or ConditionKind.BasePlan => condition with { ResourceIds = Ids(world.PlanIds) },
            ConditionKind.PlanVersion => condition with { ResourceIds = Ids(world.PlanVersionIds) },
            ConditionKind.BillingProduct => condition with { ResourceIds = Ids(world.BillingProductIds) },
            ConditionKind.Metric => OnMetric(condition),
            ConditionKind.Credit => condition with
            {
                CreditId = dice.Of(world.CreditIds),
                ConsumptionRateMicroCredits = dice.OneIn(2) ? null : dice.Between(0, 3) * 500_000L,
                EventSubtype = dice.OneIn(2) ? null : dice.Of(world.EventSubtypes),
            },
            _ => OnTrait(condition),
        };
    }

    private ConditionDefinition OnMetric(ConditionDefinition condition) =>
        condition with
        {
            EventSubtype = dice.Of(world.EventSubtypes),
            MetricPeriod = dice.OneIn(3) ? null : dice.Of(Enum.GetValues<CounterPeriod>()),
            MetricPeriodMonthReset = dice.OneIn(3) ? null : dice.Of(Enum.GetValues<MonthReset>()),
            MetricValue = dice.Between(0, 8),
            ComparisonTrait = dice.OneIn(4)
                ? dice.Of([
                    .. world.Traits.Where(static trait =>
                        trait is { Entity: EntityKind.Company, Kind: ComparableKind.Int }
                    ),
                ])
                : null,
        };

    private ConditionDefinition OnTrait(ConditionDefinition condition)
    {
        var trait = dice.Of(world.Traits);
        return condition with
        {
            Trait = trait,
            Operator = dice.Of(Operators.For(ConditionKind.Trait, trait.Kind)),
            TraitValue = NextValue(trait.Kind),
            ComparisonTrait = dice.OneIn(4)
                ? dice.Of([.. world.Traits.Where(other => other.Entity == trait.Entity)])
                : null,
        };
    }

    private IReadOnlyList<string> Ids(IReadOnlyList<string> ids) => [dice.Of(ids), .. dice.Some(ids)];
}
