using Schematic.Rules.Definitions;
using Schematic.Rules.Facts;
using Schematic.Testing.Rules;
using static Schematic.Testing.Rules.FlagBuilder;

namespace Schematic.Rules.Tests;

public sealed class FlagEvaluatorDerivedRulesTests
{
    [Fact]
    public void Rules_of_flag_company_and_user_are_tried_as_one_list()
    {
        var flag = new FlagBuilder()
            .With(
                Standard("flag_5", 5),
                Standard("flag_1", 1),
                Rule("flag_override", false) with
                {
                    Tier = RuleTier.CompanyOverride,
                }
            )
            .Prepare();
        var subject = Subject(
            [
                Standard("comp_5", 5),
                Standard("comp_3", 3),
                Rule("comp_override", true) with
                {
                    Tier = RuleTier.CompanyOverride,
                },
            ],
            [
                Standard("user_5", 5),
                Standard("user_0", 0),
                Rule("user_override", false) with
                {
                    Tier = RuleTier.CompanyOverride,
                },
            ]
        );

        Assert.Equal(
            [
                "comp_override",
                "flag_override",
                "user_override",
                "user_0",
                "flag_1",
                "comp_3",
                "flag_5",
                "comp_5",
                "user_5",
            ],
            Derived.OrderOf(flag, subject)
        );
    }

    [Fact]
    public void Rules_derived_for_another_flag_do_not_count()
    {
        var company = CompanyContext.Prepare(
            new CompanyFacts { Id = "comp_1", DerivedRules = Derived.For("flag_2", Rule("rule_1", true)) }
        );

        Assert.Null(FlagEvaluator.Evaluate(new FlagBuilder().Prepare(), new CheckSubject(company, null)).RuleId);
    }

    [Theory]
    [InlineData(9, true, "rule_within", "Matched plan entitlement rule \"Rule rule_within\" (rule_within)")]
    [InlineData(
        10,
        false,
        "rule_exceeded",
        "Matched plan entitlement usage exceeded rule \"Rule rule_exceeded\" (rule_exceeded)"
    )]
    public void A_numeric_entitlement_is_a_pair_of_rules(long used, bool value, string ruleId, string reason)
    {
        var company = CompanyContext.Prepare(
            new CompanyFacts
            {
                Id = "comp_1",
                Metrics = [new MetricFact("api-call", CounterPeriod.CurrentMonth, MonthReset.FirstOfMonth, used)],
                DerivedRules = Derived.For(
                    FlagBuilder.Id,
                    Rule("rule_exceeded", false) with
                    {
                        Tier = RuleTier.PlanEntitlementUsageExceeded,
                    },
                    Rule(
                        "rule_within",
                        true,
                        ConditionOf.Metric("api-call", ComparisonOperator.Lt, 10) with
                        {
                            MetricPeriod = CounterPeriod.CurrentMonth,
                        }
                    ) with
                    {
                        Tier = RuleTier.PlanEntitlement,
                    }
                ),
            }
        );

        var verdict = FlagEvaluator.Evaluate(
            new FlagBuilder().With(Standard("rule_last", 0)).Prepare(),
            new CheckSubject(company, null)
        );

        Assert.Equal((value, ruleId, reason), (verdict.Value, verdict.RuleId, verdict.Reason));
    }

    private static RuleDefinition Standard(string id, long priority) =>
        Rule(id, true, ConditionOf.Never()) with
        {
            Priority = priority,
        };

    private static CheckSubject Subject(RuleDefinition[] ofCompany, RuleDefinition[] ofUser) =>
        new(
            CompanyContext.Prepare(
                new CompanyFacts { Id = "comp_1", DerivedRules = Derived.For(FlagBuilder.Id, ofCompany) }
            ),
            UserContext.Prepare(new UserFacts { Id = "user_1", DerivedRules = Derived.For(FlagBuilder.Id, ofUser) })
        );
}
