using Schematic.Contracts.Flags;
using Schematic.Dashboard.Flags.Rules;

namespace Schematic.Dashboard.Tests.Flags.Rules;

public sealed class RuleMistakesTests
{
    [Fact]
    public void Rules_as_the_api_answers_them_have_none() =>
        Assert.Null(
            Find(FlagSamples.Rule("rule_1", "One", 1, FlagSamples.Seats("cond_1", ComparableOperator.Gte, "5")))
        );

    [Fact]
    public void A_name_has_a_limit()
    {
        Assert.Null(Find(FlagSamples.Rule("rule_1", new string('a', 512))));

        Assert.Equal(
            new RuleRefusal("rule_1", null, "name", "Use at most 512 characters."),
            Find(FlagSamples.Rule("rule_1", new string('a', 513)))
        );
    }

    [Fact]
    public void A_condition_of_a_group_is_looked_at_too() =>
        Assert.Equal(
            new RuleRefusal("rule_1", "cond_1", "resource_ids", "Choose at least one company."),
            Find(
                FlagSamples.Rule("rule_1", "One") with
                {
                    ConditionGroups = [FlagSamples.Group("cogr_1", FlagSamples.Condition("cond_1"))],
                }
            )
        );

    [Fact]
    public void Rules_of_plans_are_none_of_ours() =>
        Assert.Null(
            Find(
                FlagSamples.Rule("rule_1", "One", 1, FlagSamples.Condition("cond_1")) with
                {
                    RuleType = RuleType.PlanEntitlement,
                }
            )
        );

    [Fact]
    public void The_first_mistake_is_the_one_to_correct_first() =>
        Assert.Equal(
            "rule_1",
            Find(
                FlagSamples.Rule("rule_1", "One", 1, FlagSamples.Condition("cond_1")),
                FlagSamples.Rule("rule_2", new string('a', 513))
            )!.RuleKey
        );

    private static RuleRefusal? Find(params RuleDetailResponseData[] rules) =>
        RuleMistakes.Find(RuleDrafts.FromContract(rules));
}
