using Schematic.Contracts.Flags;
using Schematic.Dashboard.Flags.Rules;

namespace Schematic.Dashboard.Tests.Flags.Rules;

public sealed class RuleEditorTests
{
    private readonly RuleEditor _editor = new(
        [
            FlagSamples.Rule("rule_a", "A", 10),
            FlagSamples.Rule("rule_p", "P", 1) with
            {
                RuleType = RuleType.PlanEntitlement,
            },
            FlagSamples.Rule("rule_b", "B", 20, FlagSamples.Condition("cond_b", ConditionType.Company, "comp_1")),
            FlagSamples.Rule("rule_c", "C", 30),
        ],
        "\"1-1\""
    );

    [Fact]
    public void Moving_a_rule_changes_who_has_a_place_and_not_the_places()
    {
        _editor.Move("rule_c", 0);

        Assert.Equal(["C", "A", "B"], Names());
        Assert.Equal([10L, 20L, 30L], _editor.GetTier(RuleType.Standard).Select(static rule => rule.Priority));
        Assert.Equal(["rule_c", "rule_p", "rule_a", "rule_b"], _editor.Rules.Select(static rule => rule.Id));
        Assert.True(_editor.IsDirty);
    }

    [Fact]
    public void Moving_it_back_leaves_nothing_to_save()
    {
        _editor.Move("rule_c", 0);
        _editor.Move("rule_c", 2);

        Assert.False(_editor.IsDirty);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(3)]
    public void A_rule_does_not_leave_its_tier(int index)
    {
        _editor.Move("rule_c", index);

        Assert.False(_editor.IsDirty);
    }

    [Fact]
    public void Rules_of_the_same_priority_get_an_order_when_one_is_moved()
    {
        var editor = new RuleEditor(
            [
                FlagSamples.Rule("rule_a", "A", 1),
                FlagSamples.Rule("rule_b", "B", 1),
                FlagSamples.Rule("rule_c", "C", 1),
            ],
            null
        );

        editor.Move("rule_c", 1);

        Assert.Equal(
            [("A", 1L), ("C", 2L), ("B", 3L)],
            editor.GetTier(RuleType.Standard).Select(static rule => (rule.Name, rule.Priority))
        );
    }

    [Fact]
    public void A_copy_stands_behind_what_it_is_of_and_has_no_id()
    {
        _editor.Duplicate("rule_b");

        Assert.Equal(["A", "B", "B (copy)", "C"], Names());
        var copy = _editor.GetTier(RuleType.Standard)[2];
        Assert.Null(copy.Id);
        Assert.Null(Assert.Single(copy.Conditions).Body.Id);
        Assert.Equal(["comp_1"], copy.Conditions[0].Body.ResourceIds);
        Assert.Equal(copy.Key, _editor.OpenKey);
    }

    [Fact]
    public void A_new_rule_comes_last()
    {
        _editor.Add(RuleType.Standard);

        Assert.Equal(31, _editor.GetTier(RuleType.Standard)[^1].Priority);
        Assert.Equal(5, _editor.Rules.Count);
    }

    [Fact]
    public void Deleting_leaves_the_others_as_they_are()
    {
        var kept = _editor.Rules[0];
        _editor.Delete("rule_b");

        Assert.Equal(["A", "C"], Names());
        Assert.Same(kept, _editor.Rules[0]);
    }

    [Fact]
    public void A_change_leaves_the_drafts_of_the_other_rules_the_same_objects()
    {
        var others = _editor.Rules.Where(static rule => rule.Key != "rule_b").ToList();

        _editor.Change(_editor.Find("rule_b")! with { Value = false });

        Assert.All(others, other => Assert.Same(other, _editor.Find(other.Key)));
    }

    [Fact]
    public void What_somebody_else_deleted_comes_back_as_new_when_mine_is_kept()
    {
        _editor.Change(_editor.Find("rule_b")! with { Value = false });

        _editor.Rebase([FlagSamples.Rule("rule_a", "A", 10)], "\"1-2\"");

        Assert.Equal("rule_a", _editor.Find("rule_a")!.Id);
        Assert.Null(_editor.Find("rule_b")!.Id);
        Assert.Null(_editor.Find("rule_b")!.Conditions[0].Body.Id);
        Assert.Equal("\"1-2\"", _editor.Tag);
        Assert.True(_editor.IsDirty);
    }

    [Theory]
    [InlineData(RuleType.Standard, "Rule 4", 1)]
    [InlineData(RuleType.GlobalOverride, "Global override", 0)]
    [InlineData(RuleType.Default, "Default", 0)]
    public void A_new_rule_has_a_name_of_its_tier_and_is_open(RuleType tier, string name, int conditions)
    {
        _editor.Add(tier);

        var rule = _editor.GetTier(tier)[^1];
        Assert.Equal((name, true, null), (rule.Name, rule.Value, rule.Id));
        Assert.Equal(conditions, rule.Conditions.Count);
        Assert.Equal(rule.Key, _editor.OpenKey);
    }

    [Fact]
    public void What_does_not_exist_is_not_edited()
    {
        _editor.Duplicate("rule_x");
        _editor.Move("rule_x", 0);
        _editor.Delete("rule_x");

        Assert.False(_editor.IsDirty);
        Assert.Null(_editor.Find("rule_x"));
    }

    [Fact]
    public void A_copy_has_new_groups_too()
    {
        var editor = new RuleEditor(
            [
                FlagSamples.Rule("rule_a", "A") with
                {
                    ConditionGroups = [FlagSamples.Group("cogr_a", FlagSamples.Condition("cond_a"))],
                },
            ],
            null
        );

        editor.Duplicate("rule_a");

        var group = Assert.Single(editor.Rules[1].Groups);
        Assert.Null(group.Id);
        Assert.Null(Assert.Single(group.Conditions).Body.Id);
        Assert.NotEqual("cogr_a", group.Key);
    }

    [Fact]
    public void A_draft_that_is_continued_is_a_change_of_the_state_it_was_made_of()
    {
        _editor.Resume([_editor.Rules[0]], "\"1-0\"");

        Assert.Equal(["A"], Names());
        Assert.Equal(("\"1-0\"", true), (_editor.Tag, _editor.IsDirty));
    }

    [Fact]
    public void Accepting_rules_leaves_nothing_to_save_and_nothing_open()
    {
        _editor.Add(RuleType.Standard);

        _editor.Accept([FlagSamples.Rule("rule_z", "Z")], "\"1-2\"");

        Assert.Equal(["Z"], Names());
        Assert.False(_editor.IsDirty);
        Assert.Null(_editor.OpenKey);
        Assert.Equal("\"1-2\"", _editor.Tag);
    }

    [Fact]
    public void Restoring_closes_what_was_open()
    {
        _editor.Open("rule_a");

        _editor.Restore([FlagSamples.Rule("rule_a", "A before", 10)]);

        Assert.Null(_editor.OpenKey);
        Assert.Equal(["A before"], Names());
    }

    [Fact]
    public void Each_change_is_announced_and_counted()
    {
        var changes = 0;
        _editor.Changed += () => changes++;

        _editor.Delete("rule_a");
        _editor.Open("rule_b");

        Assert.Equal((2, 1), (changes, _editor.Version));
    }

    private IEnumerable<string> Names() => _editor.GetTier(RuleType.Standard).Select(static rule => rule.Name);
}
