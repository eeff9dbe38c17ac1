using System.Net;
using Bunit;
using Microsoft.AspNetCore.Components.Web;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Events;
using Schematic.Contracts.Flags;
using Schematic.Dashboard.Flags.Rules;
using Schematic.Dashboard.Tests.Companies;
using Schematic.Dashboard.Tests.Rendering;
using Schematic.Dashboard.Tests.Shared;

namespace Schematic.Dashboard.Tests.Flags.Rules;

public sealed class FlagRulesTests : PageContext
{
    public FlagRulesTests() =>
        Api.OnData<IReadOnlyList<EntityTraitDefinitionResponseData>>(
                "GET /entity-trait-definitions",
                [CompanySamples.Definition(TraitType.Number, "seats")]
            )
            .OnData<IReadOnlyList<EntityTraitValue>>(
                "GET /entity-trait-values",
                [new() { DefinitionId = "trdf_seats", Value = "25" }]
            )
            .OnData<IReadOnlyList<EventSummaryResponseData>>("GET /event-types", []);

    [Fact]
    public async Task Rules_of_plans_can_be_read_and_not_edited()
    {
        var (rules, _) = await RenderAsync(
            FlagSamples.Rule("rule_1", "", 1) with
            {
                RuleType = RuleType.PlanEntitlement,
                Value = false,
            },
            FlagSamples.Rule("rule_2", "Pro", 2) with
            {
                RuleType = RuleType.PlanEntitlement,
            }
        );

        Assert.Equal("2 rules", rules.Find(".derived summary").TextContent);
        Assert.Equal(
            ["On Pro: On for everyone.", "Off Off for everyone."],
            rules
                .FindAll(".derived li")
                .Select(static line => string.Join(' ', line.Children.Select(static part => part.TextContent)))
        );
        Assert.Empty(rules.FindAll(".rule"));
    }

    [Fact]
    public async Task A_tier_without_rules_says_who_decides()
    {
        var (rules, _) = await RenderAsync();

        Assert.Equal(
            ["No rules yet. Everyone else gets the default.", "The flag is off: its default value."],
            rules.FindAll(".tier-none").Select(static text => Plain(text.TextContent))
        );
        Assert.Equal(
            ["Add to Global override", "Add rule to Rules", "Add to Default"],
            rules.FindAll(".tier-add").Select(static button => button.TextContent)
        );
    }

    [Fact]
    public async Task A_single_override_leaves_no_room_for_another()
    {
        var (rules, session) = await RenderAsync();

        rules.FindAll(".tier-add")[0].Click();

        Assert.Equal(
            ["Add rule to Rules", "Add to Default"],
            rules.FindAll(".tier-add").Select(static button => button.TextContent)
        );
        Assert.Equal(RuleType.GlobalOverride, Assert.Single(session.Editor.Rules).Tier);
    }

    [Fact]
    public async Task A_flag_has_at_most_a_hundred_rules()
    {
        var (rules, _) = await RenderAsync([
            .. Enumerable.Range(1, 100).Select(static number => FlagSamples.Rule($"rule_{number}", "R", number)),
        ]);

        Assert.All(rules.FindAll(".tier-add"), static button => Assert.True(button.HasAttribute("disabled")));
    }

    [Fact]
    public async Task Rules_that_are_not_understood_are_shown_as_far_as_they_are()
    {
        var (rules, _) = await RenderAsync(
            FlagSamples.Rule("rule_1", "One", 1, FlagSamples.Condition("cond_1", ConditionType.Unknown))
        );

        Assert.Contains("cannot be edited here", rules.Find(".alert").TextContent, StringComparison.Ordinal);
        Assert.Empty(rules.FindAll(".tier-add, .rule-actions"));
        Assert.Equal("One", rules.Find(".rule-name").TextContent);
    }

    [Fact]
    public async Task Deleting_a_rule_moves_the_focus_to_the_next_and_in_the_end_to_the_button_that_adds_one()
    {
        var (rules, _) = await RenderAsync(FlagSamples.Rule("rule_1", "One", 1), FlagSamples.Rule("rule_2", "Two", 2));

        var (next, add) = (
            rules.Find("[data-rule=rule_2] .rule-toggle").ReferenceId(),
            rules.FindAll(".tier-add")[1].ReferenceId()
        );

        Button(rules, "Delete One").Click(new MouseEventArgs { Detail = 1 });
        Assert.Equal(next, JSInterop.LastFocus());
        Button(rules, "Delete Two").Click(new MouseEventArgs { Detail = 1 });

        Assert.Equal(add, JSInterop.LastFocus());
    }

    [Fact]
    public async Task A_move_is_told_to_a_screen_reader()
    {
        var (rules, _) = await RenderAsync(FlagSamples.Rule("rule_1", "One", 1), FlagSamples.Rule("rule_2", "Two", 2));

        Button(rules, "Move Two up").Click();

        Assert.Equal("Two is now rule 1 of 2.", rules.Find("[role=status]").TextContent);
    }

    [Fact]
    public async Task A_dragged_rule_marks_the_one_below_it()
    {
        var (rules, session) = await RenderAsync(
            FlagSamples.Rule("rule_1", "One", 1),
            FlagSamples.Rule("rule_2", "Two", 2)
        );

        rules.Find("[data-rule=rule_1] .rule-grip").DragStart();
        rules.Find("[data-rule=rule_2]").DragEnter();
        Assert.Equal("rule_2", rules.Find(".rule-over").GetAttribute("data-rule"));
        rules.Find("[data-rule=rule_2]").Drop();

        Assert.Empty(rules.FindAll(".rule-over"));
        Assert.Equal(["Two", "One"], session.Editor.GetTier(RuleType.Standard).Select(static rule => rule.Name));
    }

    [Fact]
    public async Task What_was_refused_gets_the_focus()
    {
        var (rules, session) = await RenderAsync(FlagSamples.Rule("rule_1", "One", 1));
        rules.FindAll(".tier-add")[1].Click();
        session.Editor.Open(null);

        await rules.InvokeAsync(session.BeginReview);

        Assert.Equal(rules.Find(".rule-open .condition-type").ReferenceId(), JSInterop.LastFocus());
        Assert.Equal("Choose the trait to compare.", rules.Find(".condition-error").TextContent);
    }

    [Fact]
    public async Task The_traits_and_values_to_choose_from_arrive_later()
    {
        var (rules, _) = await RenderAsync(
            FlagSamples.Rule("rule_1", "One", 1, FlagSamples.Seats("cond_1", ComparableOperator.Gte, "5"))
        );

        rules.Find(".rule-toggle").Click();

        rules.WaitForAssertion(() =>
            Assert.Equal("25", Assert.Single(rules.FindAll("datalist option")).GetAttribute("value"))
        );
        Assert.Equal(
            ["Choose a trait", "seats"],
            rules.FindAll(".condition-subject option").Select(static option => option.TextContent)
        );
    }

    [Fact]
    public async Task Without_suggestions_rules_can_be_edited_all_the_same()
    {
        Api.OnError("GET /entity-trait-definitions", HttpStatusCode.ServiceUnavailable, "Busy.");
        var (rules, session) = await RenderAsync(FlagSamples.Rule("rule_1", "One", 1));

        Button(rules, "Delete One").Click(new MouseEventArgs { Detail = 1 });

        Assert.True(session.IsDirty);
        Assert.Empty(rules.FindAll("[role=alert]"));
    }

    private static string Plain(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private async Task<(IRenderedComponent<FlagRules> Rules, RuleEditingSession Session)> RenderAsync(
        params RuleDetailResponseData[] rules
    )
    {
        await EnterAsync();
        var session = new RuleEditingSession(
            Api.Gateway().Flags,
            new RuleDraftWriter(Drafts, "draft", Clock),
            new LoadedFlag(FlagSamples.Flag(rules: rules), null)
        );
        var part = Render<FlagRules>(parameters =>
            parameters
                .Add(static part => part.EnvironmentId, Production.Id)
                .Add(static part => part.Editing, session)
                .Add(static part => part.Save, static () => { })
                .Add(static part => part.Discard, static () => { })
        );
        // As the page does.
        session.Changed += () => part.Render(parameters => parameters.Add(static part => part.Editing, session));
        return (part, session);
    }
}
