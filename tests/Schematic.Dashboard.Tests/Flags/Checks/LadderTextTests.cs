using Schematic.Contracts.Flags;
using Schematic.Dashboard.Flags.Checks;
using static Schematic.Dashboard.Tests.Flags.Checks.ExplanationSamples;

namespace Schematic.Dashboard.Tests.Flags.Checks;

public sealed class LadderTextTests
{
    [Theory]
    [InlineData("Acme", "Ada", true, "Analytics is on for Ada of Acme")]
    [InlineData("Acme", null, false, "Analytics is off for Acme")]
    [InlineData(null, "Ada", false, "Analytics is off for Ada")]
    [InlineData(null, null, true, "Analytics is on for nobody in particular")]
    public void The_verdict_says_for_whom(string? company, string? user, bool value, string sentence)
    {
        var answer = Answer() with { CompanyName = company, UserName = user };

        Assert.Equal(sentence, LadderText.GetVerdict(With(answer, "Some reason", value), "Analytics"));
    }

    [Theory]
    [InlineData("Company not found")]
    [InlineData("User not found")]
    public void Nobody_found_is_the_first_thing_to_say(string reason)
    {
        var answer = With(Answer(), reason, true);

        Assert.True(LadderText.IsNobody(answer));
        Assert.Equal($"{reason}, so Analytics is on", LadderText.GetVerdict(answer, "Analytics"));
    }

    [Fact]
    public void The_closest_miss_is_the_rule_that_the_api_names()
    {
        var answer = Answer(Rule("rule_1"), Rule("rule_2"));

        Assert.Null(LadderText.FindClosestMiss(answer));
        Assert.Null(LadderText.FindClosestMiss(answer with { ClosestMissRuleId = "rule_gone" }));
        Assert.Equal("rule_2", LadderText.FindClosestMiss(answer with { ClosestMissRuleId = "rule_2" })!.Id);
    }

    [Fact]
    public void A_miss_names_the_first_condition_that_did_not_hold_and_counts_the_rest()
    {
        var rule = Rule("rule_1", Condition("seats", ExplainedOutcome.Matched), Condition("tier")) with
        {
            ConditionGroups =
            [
                Group(ExplainedOutcome.Matched, Condition("plan")),
                Group(ExplainedOutcome.NotMatched, Condition("role"), Condition("team")),
            ],
        };

        Assert.Equal("Expected tier to be at least 5; it is 3. And 1 more did not hold.", LadderText.GetMiss(rule));
        Assert.Equal("Expected tier to be at least 5; it is 3.", LadderText.GetMiss(Rule("rule_1", Condition("tier"))));
        Assert.Equal("", LadderText.GetMiss(Rule("rule_1")));
    }

    [Fact]
    public void The_end_says_what_decided()
    {
        var answer = Answer() with { DefaultValue = true };
        Assert.Equal("No rule matched, so the flag is its default: on.", LadderText.GetEnd(answer));

        Assert.Equal(
            "Evaluation stopped at the first rule that matched.",
            LadderText.GetEnd(answer with { Tiers = [answer.Tiers[0] with { Outcome = ExplainedOutcome.Matched }] })
        );
    }

    [Theory]
    [InlineData(ExplainedOutcome.Matched, "matched", "is-matched")]
    [InlineData(ExplainedOutcome.NotMatched, "did not match", "is-missed")]
    [InlineData(ExplainedOutcome.NotReached, "not reached", "is-unreached")]
    [InlineData(ExplainedOutcome.Unknown, "unknown", "is-unreached")]
    public void Each_outcome_has_words_and_a_look(ExplainedOutcome outcome, string words, string css) =>
        Assert.Equal((words, css), (LadderText.Words(outcome), LadderText.Css(outcome)));

    private static ExplainFlagResponseData With(ExplainFlagResponseData answer, string reason, bool value) =>
        answer with
        {
            Check = answer.Check with { Reason = reason, Value = value },
        };
}
