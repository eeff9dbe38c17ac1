using Schematic.Rules.Conditions;
using Schematic.Rules.Definitions;
using Schematic.Rules.Facts;
using Schematic.Testing.Rules;
using static Schematic.Testing.Rules.FlagBuilder;

namespace Schematic.Rules.Tests;

public sealed class PreparedRuleTests
{
    private static readonly CompanyContext Acme = CompanyContext.Prepare(new CompanyFacts { Id = "comp_acme" });

    /// <summary>Conditions, then groups: <c>+</c> holds, <c>-</c> does not, <c>|</c> begins a group.</summary>
    [Theory]
    [InlineData("", true)]
    [InlineData("+", true)]
    [InlineData("-", false)]
    [InlineData("++", true)]
    [InlineData("+-", false)]
    [InlineData("-+", false)]
    [InlineData("|+", true)]
    [InlineData("|-", false)]
    [InlineData("|-+", true)]
    [InlineData("|--", false)]
    [InlineData("|", false)]
    [InlineData("|+|-+", true)]
    [InlineData("|+|--", false)]
    [InlineData("+|-+", true)]
    [InlineData("-|+", false)]
    [InlineData("+||+", false)]
    public void All_conditions_must_hold_and_one_of_every_group(string rule, bool matches) =>
        Assert.Equal(matches, Matches(Parse(rule)));

    [Theory]
    [InlineData(RuleTier.GlobalOverride, true)]
    [InlineData(RuleTier.CompanyOverride, false)]
    [InlineData(RuleTier.PlanEntitlement, false)]
    [InlineData(RuleTier.CompanyOverrideUsageExceeded, false)]
    [InlineData(RuleTier.PlanEntitlementUsageExceeded, false)]
    [InlineData(RuleTier.Standard, false)]
    [InlineData(RuleTier.Default, true)]
    public void Only_global_overrides_and_defaults_ignore_their_conditions(RuleTier tier, bool matches) =>
        Assert.Equal(matches, Matches(Parse("-|-") with { Tier = tier }));

    [Fact]
    public void A_rule_that_says_false_comes_later_only_in_the_derived_tiers() =>
        Assert.Equal(
            [
                RuleTier.CompanyOverride,
                RuleTier.PlanEntitlement,
                RuleTier.CompanyOverrideUsageExceeded,
                RuleTier.PlanEntitlementUsageExceeded,
            ],
            Enum.GetValues<RuleTier>()
                .Where(static tier =>
                    new PreparedRule(Rule("yes", true) with { Tier = tier }).IsBefore(
                        new PreparedRule(Rule("no", false) with { Tier = tier })
                    )
                )
        );

    [Fact]
    public void A_later_rule_that_says_true_is_still_before_the_next_tier()
    {
        var no = new PreparedRule(Rule("no", false) with { Tier = RuleTier.CompanyOverride });
        var next = new PreparedRule(Rule("next", true) with { Tier = RuleTier.PlanEntitlement });

        Assert.True(no.IsBefore(next));
        Assert.False(next.IsBefore(no));
    }

    private static bool Matches(RuleDefinition rule)
    {
        var observer = default(NoObserver);
        return new PreparedRule(rule).Matches(new EvaluationScope(Acme, null, null), ref observer);
    }

    private static RuleDefinition Parse(string rule)
    {
        var parts = rule.Split('|');
        return Rule("rule_1", true, Conditions(parts[0])) with
        {
            Groups = [.. parts.Skip(1).Select(static group => ConditionOf.AnyOf(Conditions(group)))],
        };
    }

    private static ConditionDefinition[] Conditions(string marks) =>
        [.. marks.Select(static mark => mark == '+' ? ConditionOf.AnyCompany() : ConditionOf.Never())];
}
