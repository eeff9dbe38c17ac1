using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components.Web;
using Schematic.Contracts.Flags;
using Schematic.Dashboard.Flags.Rules;
using Schematic.Dashboard.Tests.Rendering;
using Schematic.Dashboard.Tests.Shared;

namespace Schematic.Dashboard.Tests.Flags.Rules;

public sealed class RuleFieldsTests : PageContext
{
    private readonly RuleEditor _editor = new(
        [
            FlagSamples.Rule(
                "rule_1",
                "One",
                1,
                FlagSamples.Condition("cond_1", ConditionType.Company, "comp_1"),
                FlagSamples.Condition("cond_2", ConditionType.User, "user_1")
            ) with
            {
                ConditionGroups =
                [
                    FlagSamples.Group(
                        "cogr_1",
                        FlagSamples.Condition("cond_3", ConditionType.Plan, "plan_1"),
                        FlagSamples.Condition("cond_4", ConditionType.Plan, "plan_2")
                    ),
                ],
            },
        ],
        null
    );
    private readonly IRenderedComponent<RuleFields> _fields;

    public RuleFieldsTests()
    {
        _fields = Render<RuleFields>(parameters =>
            parameters
                .Add(static fields => fields.View, View())
                .Add(static fields => fields.Editor, _editor)
                .AddCascadingValue(new RuleVocabulary())
        );
        _editor.Changed += () => Show(View());
    }

    [Fact]
    public void A_name_is_changed_letter_by_letter_and_trimmed_when_the_field_is_left()
    {
        Name().Input("Early ");
        Assert.Equal("Early ", Rule().Name);
        var version = _editor.Version;
        Name().Input("Early ");
        Assert.Equal(version, _editor.Version);

        Name().Change("Early ");

        Assert.Equal("Early", Rule().Name);
    }

    [Fact]
    public void The_answer_is_one_of_two()
    {
        _fields.FindAll(".segmented button")[1].Click();

        Assert.False(Rule().Value);
        Assert.Equal(
            ["false", "true"],
            _fields.FindAll(".segmented button").Select(static button => button.GetAttribute("aria-pressed"))
        );
    }

    [Fact]
    public void What_is_added_gets_the_focus()
    {
        Button(_fields, "Add condition").Click();
        Assert.Equal(ReferenceOf(0, 2), JSInterop.LastFocus());
        Button(_fields, "Add alternative").Click();
        Assert.Equal(ReferenceOf(1, 2), JSInterop.LastFocus());
        Button(_fields, "Add a group of alternatives").Click();
        Assert.Equal(ReferenceOf(2, 0), JSInterop.LastFocus());

        Assert.Equal(
            [3, 3, 1],
            [Rule().Conditions.Count, .. Rule().Groups.Select(static group => group.Conditions.Count)]
        );
    }

    [Fact]
    public void Removing_a_condition_leaves_the_others_and_the_focus_beside_it()
    {
        var (next, add) = (
            _fields.FindAll(".condition-type")[1].ReferenceId(),
            Button(_fields, "Add condition").ReferenceId()
        );

        Button(_fields, "Remove Condition 1").Click(new MouseEventArgs { Detail = 1 });

        Assert.Equal(["cond_2", "cond_3", "cond_4"], Rule().AllConditions.Select(static condition => condition.Key));
        Assert.Equal(next, JSInterop.LastFocus());
        Button(_fields, "Remove Condition 1").Click(new MouseEventArgs { Detail = 1 });
        Assert.Equal(add, JSInterop.LastFocus());
    }

    [Fact]
    public void Removing_an_alternative_leaves_its_group()
    {
        var first = _fields.Find(".clause-any .condition-type").ReferenceId();

        Button(_fields, "Remove Group 1, condition 2").Click(new MouseEventArgs { Detail = 1 });

        Assert.Equal(["cond_1", "cond_2", "cond_3"], Rule().AllConditions.Select(static condition => condition.Key));
        Assert.Equal(first, JSInterop.LastFocus());
    }

    [Fact]
    public void A_group_is_removed_by_one_click_and_not_by_the_second_of_two()
    {
        var add = Button(_fields, "Add a group of alternatives").ReferenceId();

        Button(_fields, "Remove group").Click(new MouseEventArgs { Detail = 2 });
        Assert.Single(Rule().Groups);

        Button(_fields, "Remove group").Click(new MouseEventArgs { Detail = 1 });

        Assert.Empty(Rule().Groups);
        Assert.Equal(add, JSInterop.LastFocus());
    }

    [Fact]
    public void A_condition_is_changed_in_its_place()
    {
        _fields.FindAll(".condition-operator")[3].Change("ne");

        Assert.Equal(
            [ComparableOperator.Eq, ComparableOperator.Eq, ComparableOperator.Eq, ComparableOperator.Ne],
            Rule().AllConditions.Select(static condition => condition.Body.Operator)
        );
    }

    [Fact]
    public async Task The_focus_goes_to_the_refused_condition_or_else_to_the_name()
    {
        var (name, second) = (Name().ReferenceId(), _fields.FindAll(".condition-type")[1].ReferenceId());

        await _fields.InvokeAsync(async () => await _fields.Instance.FocusAsync());
        Assert.Equal(name, JSInterop.LastFocus());

        Show(View() with { Refusal = new RuleRefusal("rule_1", "cond_2", "resource_ids", "There is no such user.") });
        await _fields.InvokeAsync(async () => await _fields.Instance.FocusAsync());

        Assert.Equal(second, JSInterop.LastFocus());
        Assert.Equal("There is no such user.", Assert.Single(_fields.FindAll(".condition-error")).TextContent);
    }

    [Fact]
    public void A_rule_for_everyone_has_no_conditions_to_fill_in()
    {
        _editor.Add(RuleType.Default);
        Show(View() with { Rule = _editor.Rules[1] });

        Assert.Empty(_fields.FindAll(".clause, .clause-add"));
    }

    private RuleDraft Rule() => _editor.Find("rule_1")!;

    private IElement Name() => _fields.Find(".rule-fields input");

    private RuleView View() =>
        new()
        {
            Rule = Rule(),
            Place = 0,
            Count = 1,
            IsEditable = true,
            IsOpen = true,
        };

    private void Show(RuleView view) =>
        _fields.Render(parameters => parameters.Add(static fields => fields.View, view));

    private string ReferenceOf(int clause, int condition) =>
        _fields.FindAll(".clause")[clause].QuerySelectorAll(".condition-type")[condition].ReferenceId();
}
