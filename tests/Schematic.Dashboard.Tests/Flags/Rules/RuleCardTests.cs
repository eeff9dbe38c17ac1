using Bunit;
using Microsoft.AspNetCore.Components.Web;
using Schematic.Contracts.Flags;
using Schematic.Dashboard.Flags.Rules;
using Schematic.Dashboard.Tests.Rendering;
using Schematic.Dashboard.Tests.Shared;

namespace Schematic.Dashboard.Tests.Flags.Rules;

public sealed class RuleCardTests : PageContext
{
    private readonly RuleVocabulary _vocabulary = new();
    private readonly List<string> _told = [];
    private readonly RuleEditor _editor = new(
        [
            FlagSamples.Rule("rule_1", "One", 1),
            FlagSamples.Rule("rule_2", "Two", 2, FlagSamples.Condition("cond_2", ConditionType.Company, "comp_1")),
            FlagSamples.Rule("rule_3", "Three", 3),
        ],
        null
    );

    [Fact]
    public void A_closed_rule_is_a_sentence()
    {
        var card = RenderCard(View());

        Assert.Equal("Two", card.Find(".rule-name").TextContent);
        Assert.Equal("On when company is one of comp_1.", card.Find(".rule-sentence").TextContent);
        Assert.Equal("Rule 2: Two", card.Find("li").GetAttribute("aria-label"));
        Assert.Equal("false", card.Find(".rule-toggle").GetAttribute("aria-expanded"));
        Assert.Empty(card.FindComponents<RuleFields>());
    }

    [Fact]
    public void A_rule_without_a_name_is_called_so() =>
        Assert.Equal(
            "Unnamed rule",
            RenderCard(View() with { Rule = View().Rule with { Name = "" } }).Find(".rule-name").TextContent
        );

    [Fact]
    public void A_rule_that_cannot_be_edited_has_no_buttons_and_no_fields()
    {
        var card = RenderCard(View() with { IsEditable = false, IsOpen = true });

        Assert.True(card.Find(".rule-toggle").HasAttribute("disabled"));
        Assert.Empty(card.FindAll(".rule-actions, .rule-grip, .rule-body"));
    }

    [Fact]
    public void A_rule_that_is_alone_cannot_be_moved()
    {
        var card = RenderCard(View() with { Place = 0, Count = 1 });

        Assert.Empty(card.FindAll("[title='Move up'], [title='Move down'], .rule-grip"));
        Assert.Single(card.FindAll("[title=Duplicate]"));
    }

    [Fact]
    public void Only_a_standard_rule_can_be_duplicated() =>
        Assert.Empty(
            RenderCard(View() with { Rule = View().Rule with { Tier = RuleType.GlobalOverride } })
                .FindAll("[title=Duplicate]")
        );

    [Fact]
    public void Moving_tells_the_new_place_and_keeps_the_focus()
    {
        var card = RenderCard(View());

        var button = Button(card, "Move Two down").ReferenceId();

        Button(card, "Move Two down").Click();

        Assert.Equal(["One", "Three", "Two"], _editor.GetTier(RuleType.Standard).Select(static rule => rule.Name));
        Assert.Equal(["Two is now rule 3 of 3."], _told);
        Show(card, View() with { Place = 2 });
        Assert.Equal(button, JSInterop.LastFocus());
    }

    [Theory]
    [InlineData(0, "Move Two up")]
    [InlineData(2, "Move Two down")]
    public void A_rule_at_the_end_of_its_tier_stays_there(int place, string button)
    {
        var card = RenderCard(View() with { Place = place });
        Assert.Equal("true", Button(card, button).GetAttribute("aria-disabled"));

        Button(card, button).Click();

        Assert.False(_editor.IsDirty);
        Assert.Empty(_told);
    }

    [Fact]
    public void The_second_click_of_two_deletes_nothing()
    {
        var card = RenderCard(View());

        Button(card, "Delete Two").Click(new MouseEventArgs { Detail = 2 });
        Assert.Empty(_told);
        Button(card, "Delete Two").Click(new MouseEventArgs { Detail = 1 });

        Assert.Equal(["deleted Two"], _told);
    }

    [Fact]
    public void A_rule_is_duplicated_by_whoever_holds_the_list()
    {
        Button(RenderCard(View()), "Duplicate Two").Click();

        Assert.Equal(["duplicated Two"], _told);
    }

    [Fact]
    public void It_opens_and_closes()
    {
        var card = RenderCard(View());

        card.Find(".rule-toggle").Click();
        Assert.Equal("rule_2", _editor.OpenKey);
        Show(card, View() with { IsOpen = true });
        Assert.Single(card.FindComponents<RuleFields>());
        card.Find(".rule-toggle").Click();

        Assert.Null(_editor.OpenKey);
    }

    [Fact]
    public void Dragging_it_over_another_takes_that_place()
    {
        var drag = new RuleDrag(_editor, static () => { });
        var dragged = RenderCard(View(), drag);
        var target = RenderCard(View() with { Rule = _editor.Find("rule_1")!, Place = 0 }, drag);

        dragged.Find(".rule-grip").DragStart();
        target.Find("li").DragEnter();
        Assert.True(drag.IsTarget("rule_1"));
        target.Find("li").Drop();
        dragged.Find(".rule-grip").DragEnd();

        Assert.Equal(["Two", "One", "Three"], _editor.GetTier(RuleType.Standard).Select(static rule => rule.Name));
        Assert.False(drag.IsTarget("rule_1"));
    }

    [Fact]
    public void Warnings_and_what_was_refused_stand_below_it()
    {
        var card = RenderCard(
            View() with
            {
                Warnings = ["No company matches."],
                Refusal = new RuleRefusal("rule_2", null, "priority", "Must be a number."),
            }
        );

        Assert.Equal("Must be a number.", card.Find("[role=alert]").TextContent);
        Assert.Equal(2, card.FindAll(".rule-note").Count);
    }

    [Fact]
    public void What_is_wrong_with_the_name_stands_beside_it_once_the_rule_is_open()
    {
        var refused = View() with { Refusal = new RuleRefusal("rule_2", null, "name", "Too long.") };
        var card = RenderCard(refused);
        Assert.Equal("Too long.", card.Find(".rule-refused").TextContent);

        Show(card, refused with { IsOpen = true });

        Assert.Empty(card.FindAll(".rule-refused"));
        Assert.Equal("Too long.", card.Find(".field-error").TextContent);
    }

    [Fact]
    public void The_same_view_is_not_rendered_again()
    {
        var card = RenderCard(View());
        var before = card.RenderCount;

        Show(card, View());
        Assert.Equal(before, card.RenderCount);
        Show(card, View() with { VocabularyVersion = 1 });

        Assert.Equal(before + 1, card.RenderCount);
    }

    private RuleView View() =>
        new()
        {
            Rule = _editor.Find("rule_2")!,
            Place = 1,
            Count = 3,
            IsEditable = true,
        };

    private IRenderedComponent<RuleCard> RenderCard(RuleView view, RuleDrag? drag = null) =>
        Render<RuleCard>(parameters =>
            parameters
                .Add(static card => card.View, view)
                .Add(static card => card.Editor, _editor)
                .Add(static card => card.Drag, drag ?? new RuleDrag(_editor, static () => { }))
                .Add(static card => card.Moved, _told.Add)
                .Add(static card => card.Duplicated, rule => _told.Add($"duplicated {rule.Name}"))
                .Add(static card => card.Deleted, rule => _told.Add($"deleted {rule.Name}"))
                .AddCascadingValue(_vocabulary)
        );

    private static void Show(IRenderedComponent<RuleCard> card, RuleView view) =>
        card.Render(parameters => parameters.Add(static card => card.View, view));
}
