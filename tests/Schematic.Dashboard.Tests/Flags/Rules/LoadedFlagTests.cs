using Schematic.Dashboard.Flags.Rules;

namespace Schematic.Dashboard.Tests.Flags.Rules;

public sealed class LoadedFlagTests
{
    private static readonly LoadedFlag Flag = new(
        FlagSamples.Flag(rules: FlagSamples.Rule("rule_1", "One", 1, FlagSamples.Condition("cond_1"))),
        "\"1-1\""
    );

    private static readonly RuleDraft One = RuleDrafts.FromContract(Flag.Flag.Rules)[0];

    [Fact]
    public void It_has_the_rules_it_was_answered_with()
    {
        Assert.True(Flag.HasRules([One]));
        Assert.False(Flag.HasRules([One with { Name = "Uno" }]));
        Assert.False(Flag.HasRules([]));
    }

    [Fact]
    public void Rules_sent_without_ids_are_like_those_that_got_them()
    {
        var sent = One with { Key = "new-1", Id = null };

        Assert.False(Flag.HasRules([sent]));
        Assert.True(Flag.HasRulesLike([sent]));
        Assert.False(Flag.HasRulesLike([sent with { Value = false }]));
    }
}
