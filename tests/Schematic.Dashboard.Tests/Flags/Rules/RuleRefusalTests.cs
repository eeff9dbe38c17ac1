using System.Net;
using Schematic.Dashboard.Flags.Rules;
using Schematic.Gateway.Http;

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
    [InlineData("rules[1].conditions[0].operator", "rule_2", "cond_1", "operator")]
    [InlineData("rules[1].condition_groups[0].conditions[1].resource_ids", "rule_2", "cond_3", "resource_ids")]
    [InlineData("rules[1].condition_groups[0].conditions[1].resource_ids[3]", "rule_2", "cond_3", "resource_ids")]
    [InlineData("rules[1].condition_groups[0].conditions", "rule_2", null, "conditions")]
    [InlineData("rules[0].name", "rule_1", null, "name")]
    [InlineData("rules[0]", "rule_1", null, "")]
    [InlineData("rules[0].conditions[7].operator", "rule_1", null, "operator")]
    [InlineData("rules", null, null, "")]
    [InlineData("rules[7].name", null, null, "")]
    [InlineData("comment", null, null, "")]
    [InlineData("rules[x].name", null, null, "")]
    [InlineData(null, null, null, "")]
    public void A_refusal_finds_its_place(string? path, string? rule, string? condition, string field) =>
        Assert.Equal(
            new RuleRefusal(rule, condition, field, "Something is wrong."),
            FromFailure("Something is wrong.", path)
        );

    [Theory]
    [InlineData("rules[1].conditions[0].operator (rule \"Two: (beta)\"): Use eq or ne.", "Use eq or ne.")]
    [InlineData("rules[1].conditions[0].operator must be eq or ne.", "Must be eq or ne.")]
    [InlineData("rules[1].conditions[0].operator (rule \"Other\"): No.", "(rule \"Other\"): No.")]
    [InlineData("rules[1].conditions[0].operator", "rules[1].conditions[0].operator")]
    [InlineData("There is no company \"comp_9\".", "There is no company \"comp_9\".")]
    public void At_its_place_the_sentence_does_not_name_it_again(string sentence, string text) =>
        Assert.Equal(text, FromFailure(sentence, "rules[1].conditions[0].operator").Message);

    [Fact]
    public void Without_a_place_the_sentence_is_whole() =>
        Assert.Equal("rules has more than 100 items.", FromFailure("rules has more than 100 items.", "rules").Message);

    private static RuleRefusal FromFailure(string message, string? path) =>
        RuleRefusal.FromFailure(new GatewayException(HttpStatusCode.BadRequest, message) { Field = path }, Rules);
}
