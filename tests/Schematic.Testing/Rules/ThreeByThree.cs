using Schematic.Rules;
using Schematic.Rules.Definitions;
using Schematic.Rules.Facts;

namespace Schematic.Testing.Rules;

/// <summary>
/// What speed is measured on: a flag of three rules with three conditions each, all of which must be asked until the
/// last rule matches. The kinds of conditions are mixed, the company has ten traits, four counters and two plans.
/// </summary>
public static class ThreeByThree
{
    public static PreparedFlag Flag { get; } =
        new FlagBuilder()
            .With(
                FlagBuilder.Rule(
                    "rule_1",
                    true,
                    ConditionOf.Plan("plan_1", "plan_pro"),
                    ConditionOf.Trait("trdf_region", ComparableKind.String, ComparisonOperator.Eq, "eu"),
                    ConditionOf.Metric("api-call", ComparisonOperator.Lt, 10)
                ) with
                {
                    Priority = 1,
                },
                FlagBuilder.Rule(
                    "rule_2",
                    true,
                    ConditionOf.Trait("trdf_seats", ComparableKind.Int, ComparisonOperator.Gte, "5"),
                    ConditionOf.Credit("bilcr_tokens"),
                    ConditionOf.User("user_1")
                ) with
                {
                    Priority = 2,
                },
                FlagBuilder.Rule(
                    "rule_3",
                    true,
                    ConditionOf.Company("comp_1", "comp_acme"),
                    ConditionOf.Trait("trdf_since", ComparableKind.Date, ComparisonOperator.Lt, "2026-11-20"),
                    ConditionOf.OnIds(ConditionKind.BasePlan, "plan_pro")
                ) with
                {
                    Priority = 3,
                }
            )
            .Prepare();

    public static CheckSubject Subject { get; } =
        new(CompanyContext.Prepare(Company()), UserContext.Prepare(new UserFacts { Id = "user_ada" }));

    public static Preflight Preflight { get; } = new(usage: 2);

    private static CompanyFacts Company() =>
        new()
        {
            Id = "comp_acme",
            Traits =
            [
                new TraitFact("trdf_region", ComparableKind.String, "eu"),
                new TraitFact("trdf_seats", ComparableKind.Int, "25"),
                new TraitFact("trdf_since", ComparableKind.Date, "2024-02-29"),
                .. Enumerable
                    .Range(0, 7)
                    .Select(static number => new TraitFact($"trdf_{number}", ComparableKind.String, "value")),
            ],
            Metrics =
            [
                .. Enum.GetValues<CounterPeriod>()
                    .Select(static period => new MetricFact("api-call", period, MonthReset.FirstOfMonth, 120)),
            ],
            PlanIds = ["plan_pro", "plan_support"],
            BasePlanId = "plan_pro",
            Credits = new Dictionary<string, CreditFigures> { ["bilcr_tokens"] = new(50_000_000, 50_000_000) },
        };
}
