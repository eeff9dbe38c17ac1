using Schematic.Contracts.Flags;
using Schematic.Dashboard.Flags.Rules;

namespace Schematic.Dashboard.Tests.Flags.Rules;

public sealed class RuleRefusalTests
{
    private static readonly IReadOnlyList<RuleDraft> Rules = RuleDrafts.FromContract([
        FlagSamples.Rule("rule_1", "One"),
        FlagSamples.Rule("rule_2", "Two: (beta)", 2, FlagSamples.Condition("cond_1")) with
        {
            ConditionGroups =
            [
                FlagSamples.Group("cogr_1", FlagSamples.Condition("cond_2"), FlagSamples.Condition("cond_3")),
            ],
        },
    ]);

    [Theory]
    [InlineData(
        "rules[1].conditions[0].operator (rule \"Two: (beta)\"): Use eq or ne.",
        "rule_2",
        "cond_1",
        "operator",
        "Use eq or ne."
    )]
    [InlineData(
        "rules[1].condition_groups[0].conditions[1].resource_ids (rule \"Two: (beta)\"): There is no company \"comp_9\".",
        "rule_2",
        "cond_3",
        "resource_ids",
        "There is no company \"comp_9\"."
    )]
    [InlineData(
        "rules[0].name must be at most 512 characters.",
        "rule_1",
        null,
        "name",
        "Must be at most 512 characters."
    )]
    [InlineData("rules[0] (rule \"One\"): Something.", "rule_1", null, "", "Something.")]
    [InlineData("rules has more than 100 items.", null, null, "", "rules has more than 100 items.")]
    [InlineData("rules[7].name is odd.", null, null, "", "rules[7].name is odd.")]
    public void A_refusal_finds_its_place(string message, string? rule, string? condition, string field, string text) =>
        Assert.Equal(new RuleRefusal(rule, condition, field, text), RuleRefusal.FromMessage(message, Rules));
}
