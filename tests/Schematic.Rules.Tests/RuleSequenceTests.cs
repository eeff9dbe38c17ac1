using Schematic.Rules.Definitions;
using static Schematic.Testing.Rules.FlagBuilder;

namespace Schematic.Rules.Tests;

public sealed class RuleSequenceTests
{
    [Theory]
    [InlineData("", "", "", "")]
    [InlineData("1 2", "", "", "f1 f2")]
    [InlineData("", "1 2", "", "c1 c2")]
    [InlineData("", "", "1 2", "u1 u2")]
    [InlineData("1 3", "2 4", "", "f1 c2 f3 c4")]
    [InlineData("3", "1", "2", "c1 u2 f3")]
    [InlineData("1 1", "1", "1", "f1 f1 c1 u1")]
    [InlineData("2", "1 2 3", "2", "c1 f2 c2 u2 c3")]
    [InlineData("5 6", "1", "5 7", "c1 f5 u5 f6 u7")]
    public void Three_lists_become_one_in_the_order_of_priority(
        string flag,
        string company,
        string user,
        string expected
    )
    {
        var sequence = new RuleSequence(Rules("f", flag), Rules("c", company), Rules("u", user));
        var ids = new List<string>();
        while (sequence.TryNext(out var rule))
            ids.Add(rule.Definition.Id);

        Assert.Equal(expected, string.Join(' ', ids));
        Assert.False(sequence.TryNext(out _));
    }

    [Fact]
    public void An_earlier_tier_comes_first_whatever_the_priority()
    {
        var sequence = new RuleSequence(
            Rules("f", "1"),
            [new PreparedRule(Rule("override", true) with { Tier = RuleTier.CompanyOverride, Priority = 9 })],
            []
        );

        Assert.True(sequence.TryNext(out var first));
        Assert.Equal("override", first.Definition.Id);
    }

    private static PreparedRule[] Rules(string prefix, string priorities) =>
        [
            .. priorities
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(priority => new PreparedRule(
                    Rule(prefix + priority, true) with
                    {
                        Priority = int.Parse(priority, System.Globalization.CultureInfo.InvariantCulture),
                    }
                )),
        ];
}
