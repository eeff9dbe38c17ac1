using Schematic.Rules.Definitions;
using static Schematic.Testing.Rules.FlagBuilder;

namespace Schematic.Rules.Tests;

public sealed class PreparedRulesTests
{
    [Fact]
    public void Rules_are_ordered_by_tier_then_true_before_false_among_entitlements_then_by_priority()
    {
        var rules = PreparedRules.Prepare([
            Rule("default", false) with
            {
                Tier = RuleTier.Default,
            },
            Rule("second", false) with
            {
                Priority = 2,
            },
            Rule("first", true) with
            {
                Priority = 1,
            },
            Rule("plan no", false) with
            {
                Tier = RuleTier.PlanEntitlement,
                Priority = 1,
            },
            Rule("plan yes", true) with
            {
                Tier = RuleTier.PlanEntitlement,
                Priority = 2,
            },
            Rule("global", false) with
            {
                Tier = RuleTier.GlobalOverride,
            },
        ]);

        Assert.Equal(["global", "plan yes", "plan no", "first", "second", "default"], Ids(rules));
    }

    [Fact]
    public void Priority_orders_only_standard_rules()
    {
        var rules = PreparedRules.Prepare([
            Rule("a", true) with
            {
                Tier = RuleTier.CompanyOverride,
                Priority = 9,
            },
            Rule("b", true) with
            {
                Tier = RuleTier.CompanyOverride,
                Priority = 1,
            },
        ]);

        Assert.Equal(["a", "b"], Ids(rules));
    }

    [Fact]
    public void A_rule_of_an_unknown_tier_is_left_out() =>
        Assert.Equal(
            ["known"],
            Ids(PreparedRules.Prepare([Rule("unknown", true) with { Tier = (RuleTier)99 }, Rule("known", true)]))
        );

    [Fact]
    public void No_rules_are_always_the_same_object() => Assert.Same(PreparedRules.None, PreparedRules.Prepare([]));

    private static IEnumerable<string> Ids(PreparedRules rules) => rules.Definitions.Select(static rule => rule.Id);
}
