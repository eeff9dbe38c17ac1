using Bunit;
using Schematic.Contracts.Flags;
using Schematic.Dashboard.Flags.Checks;
using Schematic.Dashboard.Flags.Rules;
using Schematic.Dashboard.Tests.Shared;
using static Schematic.Dashboard.Tests.Flags.Checks.ExplanationSamples;

namespace Schematic.Dashboard.Tests.Flags.Checks;

public sealed class LadderTests : PageContext
{
    [Fact]
    public void Each_tier_is_a_rung_in_the_order_they_are_tried()
    {
        var ladder = RenderLadder(Answer());

        Assert.Equal(
            RuleTiers.All.Select(RuleTiers.Title),
            ladder.FindAll(".rung-head strong").Select(static title => title.TextContent)
        );
        Assert.All(ladder.FindAll(".rung-head .muted"), static text => Assert.Equal("no rules", text.TextContent));
        Assert.Equal("Some reason", ladder.Find(".ladder-verdict p").TextContent);
    }

    [Fact]
    public void Only_what_matched_and_what_nearly_did_is_open()
    {
        var ladder = RenderLadder(
            Answer(
                Rule("rule_1"),
                Rule("rule_2") with
                {
                    Outcome = ExplainedOutcome.Matched,
                },
                Rule("rule_3", Condition("seats"))
            ) with
            {
                ClosestMissRuleId = "rule_3",
            }
        );

        Assert.Equal(
            [false, true, true],
            ladder.FindAll(".rung-rule").Select(static rule => rule.HasAttribute("open"))
        );
        Assert.Equal(
            "Closest miss: rule_3 would have made it on . Expected seats to be at least 5; it is 3.".Replace(
                " .",
                ".",
                StringComparison.Ordinal
            ),
            string.Join(
                ' ',
                ladder.Find(".ladder-miss").TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            )
        );
    }

    [Fact]
    public void A_rule_shows_its_conditions_and_its_groups()
    {
        var ladder = RenderLadder(
            Answer(
                Rule("rule_1", Condition("seats") with { Note = "It is no number." }) with
                {
                    ConditionGroups = [Group(ExplainedOutcome.Matched, Condition("plan", ExplainedOutcome.NotReached))],
                }
            )
        );

        Assert.Equal(
            ["seats", "Any of these", "plan"],
            ladder.FindAll(".rung-table tbody tr").Select(static row => row.Children[0].TextContent)
        );
        Assert.Equal("It is no number.", ladder.Find(".rung-note").TextContent);
        Assert.Equal(
            ["✕ did not match", "✓ matched", "– not reached"],
            ladder.FindAll("tbody td:last-child").Select(Words)
        );
        Assert.Equal("seats", ladder.Find("tr:not(.is-unreached) td").TextContent);
        Assert.Equal("Conditions of rule_1", ladder.Find("[role=group]").GetAttribute("aria-label"));
    }

    [Fact]
    public void A_rule_without_conditions_matches_everyone() =>
        Assert.Equal(
            "No conditions: it matches everyone.",
            RenderLadder(Answer(Rule("rule_1"))).Find(".rung-none").TextContent
        );

    [Fact]
    public void Unsaved_rules_are_not_taken_for_saved_ones() =>
        Assert.Equal(
            "Some reason (With unsaved rules.)",
            RenderLadder(Answer(), isDraft: true).Find(".ladder-verdict p").TextContent
        );

    [Fact]
    public void Whom_nobody_found_is_told_where_to_look_and_no_miss()
    {
        var answer = Answer(Rule("rule_1", Condition("seats"))) with { ClosestMissRuleId = "rule_1" };

        var ladder = RenderLadder(answer with { Check = answer.Check with { Reason = "Company not found" } });

        Assert.Equal(LadderText.NobodyHelp, ladder.Find(".ladder-verdict p").TextContent);
        Assert.Empty(ladder.FindAll(".ladder-miss"));
    }

    private IRenderedComponent<Ladder> RenderLadder(ExplainFlagResponseData answer, bool isDraft = false) =>
        Render<Ladder>(parameters =>
            parameters
                .Add(static ladder => ladder.EnvironmentId, Production.Id)
                .Add(static ladder => ladder.Answer, answer)
                .Add(static ladder => ladder.FlagName, "Analytics")
                .Add(static ladder => ladder.IsDraft, isDraft)
        );
}
