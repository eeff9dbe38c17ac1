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

    private IEnumerable<string> Names() => _editor.GetTier(RuleType.Standard).Select(static rule => rule.Name);
}
