using Schematic.Contracts.Flags;
using Schematic.Dashboard.Flags.Rules;

namespace Schematic.Dashboard.Tests.Flags.Rules;

public sealed class RuleDragTests
{
    private readonly RuleEditor _editor = new(
        [
            FlagSamples.Rule("rule_a", "A", 1),
            FlagSamples.Rule("rule_b", "B", 2),
            FlagSamples.Rule("rule_c", "C", 3),
            FlagSamples.Rule("rule_d", "D", 1) with
            {
                RuleType = RuleType.Default,
            },
        ],
        null
    );
    private readonly RuleDrag _drag;
    private int _changes;

    public RuleDragTests() => _drag = new(_editor, () => _changes++);

    [Theory]
    [InlineData("rule_c", "rule_a", "C A B")]
    [InlineData("rule_a", "rule_c", "B C A")]
    [InlineData("rule_a", "rule_a", "A B C")]
    [InlineData("rule_a", "rule_d", "A B C")]
    [InlineData("rule_a", "rule_gone", "A B C")]
    public void A_rule_takes_the_place_of_another_of_its_tier(string dragged, string target, string order)
    {
        _drag.Start(dragged);
        _drag.Enter(target);
        _drag.Drop(target);

        Assert.Equal(order, string.Join(' ', _editor.GetTier(RuleType.Standard).Select(static rule => rule.Name)));
    }

    [Fact]
    public void The_rule_below_the_pointer_is_the_target_unless_it_is_the_dragged_one()
    {
        _drag.Start("rule_a");
        _drag.Enter("rule_a");
        Assert.False(_drag.IsTarget("rule_a"));

        _drag.Enter("rule_b");
        Assert.True(_drag.IsTarget("rule_b"));
        Assert.False(_drag.IsTarget("rule_c"));
        Assert.Equal(3, _changes);
    }

    [Fact]
    public void A_drag_that_ends_elsewhere_moves_nothing_and_leaves_no_target()
    {
        _drag.Start("rule_a");
        _drag.Enter("rule_b");
        _drag.End();

        Assert.False(_drag.IsTarget("rule_b"));
        _drag.Drop("rule_b");
        Assert.False(_editor.IsDirty);
    }
}
