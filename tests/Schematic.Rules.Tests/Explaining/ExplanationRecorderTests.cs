using Schematic.Rules.Definitions;
using Schematic.Rules.Explaining;
using Schematic.Rules.Facts;
using Schematic.Testing.Rules;
using static Schematic.Testing.Rules.FlagBuilder;

namespace Schematic.Rules.Tests.Explaining;

public sealed class ExplanationRecorderTests
{
    private static readonly CompanyFacts Acme = new()
    {
        Id = "comp_acme",
        PlanIds = ["plan_pro"],
        BasePlanId = "plan_pro",
        Traits =
        [
            new TraitFact("trdf_seats", ComparableKind.Int, "abc"),
            new TraitFact("trdf_since", ComparableKind.Date, "Fri Nov 20 2026 14:00:00 GMT+0200 (CEST)"),
        ],
        Metrics = [new MetricFact("api-call", CounterPeriod.AllTime, MonthReset.FirstOfMonth, 7)],
        Credits = new Dictionary<string, CreditFigures> { ["bilcr_1"] = new(2_500_000, 2_500_000) },
    };

    private static readonly CheckSubject Subject = new(CompanyContext.Prepare(Acme), null);

    [Fact]
    public void All_seven_tiers_are_listed_and_those_behind_the_match_are_not_reached()
    {
        var explanation = Explain(Rule("rule_1", true) with { Tier = RuleTier.PlanEntitlement }, Rule("rule_2", true));

        Assert.Equal(Enum.GetValues<RuleTier>(), explanation.Tiers.Select(static tier => tier.Tier));
        Assert.Equal(
            [
                Outcome.NotMatched,
                Outcome.NotMatched,
                Outcome.Matched,
                Outcome.NotReached,
                Outcome.NotReached,
                Outcome.NotReached,
                Outcome.NotReached,
            ],
            explanation.Tiers.Select(static tier => tier.Outcome)
        );
        Assert.Equal("rule_1", explanation.Match?.Rule.Id);
    }

    [Fact]
    public void A_rule_behind_the_match_is_listed_with_its_questions_unanswered()
    {
        var explanation = Explain(
            Rule("rule_1", true),
            Rule("rule_2", true, ConditionOf.Never()) with
            {
                Groups = [ConditionOf.AnyOf(ConditionOf.AnyCompany())],
            }
        );

        var passed = explanation.Tiers.Single(static tier => tier.Outcome == Outcome.Matched).Rules[1];
        Assert.Equal(Outcome.NotReached, passed.Outcome);
        Assert.Equal(
            (Outcome.NotReached, "", ""),
            (passed.Conditions[0].Outcome, passed.Conditions[0].Expected, passed.Conditions[0].Actual)
        );
        Assert.Equal(Outcome.NotReached, Assert.Single(Assert.Single(passed.Groups).Conditions).Outcome);
    }

    [Fact]
    public void A_rule_that_fails_tells_all_its_conditions_and_not_only_the_first_that_failed()
    {
        var rule = Explain(
            Rule("rule_1", true, ConditionOf.Never(), ConditionOf.AnyCompany(), ConditionOf.Never()) with
            {
                Groups =
                [
                    ConditionOf.AnyOf(ConditionOf.AnyCompany(), ConditionOf.Never()),
                    ConditionOf.AnyOf(ConditionOf.Never()),
                ],
            }
        ).ClosestMiss;

        Assert.Equal(
            [Outcome.NotMatched, Outcome.Matched, Outcome.NotMatched],
            rule!.Conditions.Select(static condition => condition.Outcome)
        );
        Assert.Equal([Outcome.Matched, Outcome.NotMatched], rule.Groups.Select(static group => group.Outcome));
        Assert.Equal(
            [Outcome.Matched, Outcome.NotMatched],
            rule.Groups[0].Conditions.Select(static condition => condition.Outcome)
        );
        Assert.Equal(3, rule.FailureCount);
    }

    [Fact]
    public void The_closest_miss_is_the_rule_of_another_value_with_the_fewest_failures_and_the_first_of_several()
    {
        var explanation = Explain(
            Rule("rule_same", false, ConditionOf.Never()),
            Rule("rule_far", true, ConditionOf.Never(), ConditionOf.Never()),
            Rule("rule_near", true, ConditionOf.Never(), ConditionOf.AnyCompany(), ConditionOf.AnyCompany()),
            Rule("rule_as_near", true, ConditionOf.Never()),
            Rule("rule_match", false)
        );

        Assert.Equal("rule_near", explanation.ClosestMiss?.Rule.Id);
        Assert.Null(Explain(Rule("rule_match", false)).ClosestMiss);
    }

    [Fact]
    public void A_flag_that_does_not_exist_has_seven_empty_tiers()
    {
        var explanation = FlagEvaluator.Explain(null, default);

        Assert.Equal("Flag not found", explanation.Verdict.Reason);
        Assert.All(explanation.Tiers, static tier => Assert.Empty(tier.Rules));
        Assert.Null(explanation.Match);
    }

    public static TheoryData<string, ConditionDefinition, string, string, string?> Conditions { get; } =
        new()
        {
            { "company", ConditionOf.Company("comp_1", "comp_2"), "one of comp_1, comp_2", "comp_acme", null },
            {
                "many ids",
                ConditionOf.Company("1", "2", "3", "4", "5", "6", "7"),
                "one of 1, 2, 3, 4, 5 and 2 more",
                "comp_acme",
                null
            },
            { "no ids", ConditionOf.Never(), "one of none", "comp_acme", null },
            {
                "ne",
                ConditionOf.Plan("plan_pro") with
                {
                    Operator = ComparisonOperator.Ne,
                },
                "none of plan_pro",
                "plan_pro",
                null
            },
            {
                "user",
                ConditionOf.User("user_1"),
                "one of user_1",
                "no user",
                "There is no user in this check, so nothing about one holds."
            },
            {
                "base plan",
                ConditionOf.OnIds(ConditionKind.BasePlan) with
                {
                    Operator = ComparisonOperator.IsEmpty,
                },
                "no plan",
                "plan_pro",
                null
            },
            {
                "nothing bought",
                ConditionOf.OnIds(ConditionKind.BillingProduct, "prod_1"),
                "one of prod_1",
                "none",
                null
            },
            { "metric", ConditionOf.Metric("api-call", ComparisonOperator.Gte, 10), "at least 10", "7", null },
            {
                "metric by trait",
                ConditionOf.Metric("api-call", ComparisonOperator.Lt, 10) with
                {
                    ComparisonTrait = new TraitReference("trdf_limit", EntityKind.Company, ComparableKind.Int),
                },
                "less than 0",
                "7",
                "The company has no value for the trait to compare with; counted as 0."
            },
            {
                "metric by odd trait",
                ConditionOf.Metric("api-call", ComparisonOperator.Lt, 10) with
                {
                    ComparisonTrait = new TraitReference("trdf_seats", EntityKind.Company, ComparableKind.Int),
                },
                "less than 0",
                "7",
                "The compared trait's value \"abc\" is not a number; counted as 0."
            },
            {
                "unreadable number",
                ConditionOf.Trait("trdf_seats", ComparableKind.Int, ComparisonOperator.Gt, "5"),
                "more than 5",
                "0",
                "The trait's value \"abc\" is not a number; counted as 0."
            },
            {
                "no trait",
                ConditionOf.Trait("trdf_region", ComparableKind.String, ComparisonOperator.Eq, "eu"),
                "\"eu\"",
                "\"\"",
                "The company has no value for this trait."
            },
            {
                "date",
                ConditionOf.Trait("trdf_since", ComparableKind.Date, ComparisonOperator.Lte, "2026-11-20"),
                "2026-11-20T00:00:00Z or earlier",
                "2026-11-20T12:00:00Z",
                null
            },
            {
                "unreadable date",
                ConditionOf.Trait("trdf_since", ComparableKind.Date, ComparisonOperator.Lt, "soon"),
                "before no date",
                "2026-11-20T12:00:00Z",
                "The compared value \"soon\" is not a date; counted as absent."
            },
            {
                "empty",
                ConditionOf.Trait("trdf_since", ComparableKind.Date, ComparisonOperator.IsEmpty, ""),
                "empty",
                "2026-11-20T12:00:00Z",
                null
            },
            { "credit", ConditionOf.Credit("bilcr_1", 3_000_000), "at least 3 credits", "2.5 credits", null },
            {
                "unknown",
                new ConditionDefinition { Kind = ConditionKind.Unknown },
                "a known type of condition",
                "an unknown one",
                "This type of condition is not known here, so it does not hold."
            },
        };

    [Theory]
    [MemberData(nameof(Conditions))]
    public void A_condition_says_what_it_expected_and_what_it_found(
        string name,
        ConditionDefinition condition,
        string expected,
        string actual,
        string? note
    )
    {
        Assert.NotEmpty(name);
        var trace = Assert.Single(Explain(Rule("rule_1", true, condition)).ClosestMiss!.Conditions);

        Assert.Equal(
            (Outcome.NotMatched, expected, actual, note),
            (trace.Outcome, trace.Expected, trace.Actual, trace.Note)
        );
    }

    [Fact]
    public void A_preflight_is_told_apart_from_what_is_there()
    {
        var preflight = new Preflight(usage: 3);

        Assert.Equal(
            ("10", "7 counted, 3 asked about."),
            ActualAndNote(ConditionOf.Metric("api-call", ComparisonOperator.Lt, 10), preflight)
        );
        Assert.Equal(
            ("3", "The trait's value \"abc\" is not a number; counted as 0. 0 stored, 3 asked about."),
            ActualAndNote(ConditionOf.Trait("trdf_seats", ComparableKind.Int, ComparisonOperator.Gt, "5"), preflight)
        );
        Assert.Equal(
            ("2.5 credits", "3 asked about, at 1 credit each."),
            ActualAndNote(ConditionOf.Credit("bilcr_1"), preflight)
        );
    }

    private static (string, string?) ActualAndNote(ConditionDefinition condition, Preflight preflight)
    {
        var trace = Assert.Single(
            FlagEvaluator
                .Explain(new FlagBuilder().With(Rule("rule_1", true, condition)).Prepare(), Subject, preflight)
                .ClosestMiss!.Conditions
        );
        return (trace.Actual, trace.Note);
    }

    private static Explanation Explain(params RuleDefinition[] rules) =>
        FlagEvaluator.Explain(new FlagBuilder().With(rules).Prepare(), Subject);
}
