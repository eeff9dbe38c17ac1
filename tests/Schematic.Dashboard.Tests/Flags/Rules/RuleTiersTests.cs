using Schematic.Contracts.Flags;
using Schematic.Dashboard.Flags.Rules;

namespace Schematic.Dashboard.Tests.Flags.Rules;

public sealed class RuleTiersTests
{
    [Fact]
    public void Each_known_tier_is_there_once_and_has_words()
    {
        Assert.Equal(
            Enum.GetValues<RuleType>().Where(static tier => tier != RuleType.Unknown).Order(),
            RuleTiers.All.Order()
        );
        Assert.All(
            RuleTiers.All,
            static tier =>
            {
                Assert.NotEqual("Unknown", RuleTiers.Title(tier));
                Assert.NotEmpty(RuleTiers.Explanation(tier));
            }
        );
    }

    [Theory]
    [InlineData(RuleType.GlobalOverride, true, true)]
    [InlineData(RuleType.Standard, true, false)]
    [InlineData(RuleType.Default, true, true)]
    [InlineData(RuleType.PlanEntitlement, false, false)]
    [InlineData(RuleType.CompanyOverrideUsageExceeded, false, false)]
    [InlineData(RuleType.Unknown, false, false)]
    public void A_tier_is_written_here_or_by_plans(RuleType tier, bool isEditable, bool alwaysMatches) =>
        Assert.Equal((isEditable, alwaysMatches), (RuleTiers.IsEditable(tier), RuleTiers.AlwaysMatches(tier)));

    [Fact]
    public void Rules_are_tried_by_tier_then_priority_then_as_the_api_has_them()
    {
        var rules = RuleDrafts.FromContract([
            FlagSamples.Rule("rule_d", "D", 1) with
            {
                RuleType = RuleType.Default,
            },
            FlagSamples.Rule("rule_c", "C", 2),
            FlagSamples.Rule("rule_a", "A", 1),
            FlagSamples.Rule("rule_b", "B", 1),
            FlagSamples.Rule("rule_x", "X", 1) with
            {
                RuleType = RuleType.Unknown,
            },
        ]);

        Assert.Equal(["A", "B", "C", "D"], RuleTiers.GetOrdered(rules).Select(static rule => rule.Name));
    }
}
