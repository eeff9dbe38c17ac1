using Schematic.Contracts.Flags;
using Schematic.Dashboard.Flags.Rules;

namespace Schematic.Dashboard.Tests.Flags.Rules;

public sealed class RuleDiffTests
{
    private readonly RuleEditor _editor = new(
        [
            .. Enumerable
                .Range(1, 5)
                .Select(static number =>
                    FlagSamples.Rule(
                        $"rule_{number}",
                        $"Rule {number}",
                        number,
                        FlagSamples.Seats($"cond_{number}", ComparableOperator.Gte, "5")
                    )
                ),
        ],
        null
    );

    [Fact]
    public void A_rule_moved_to_the_top_is_the_only_one_that_moved()
    {
        _editor.Move("rule_5", 0);

        var change = Assert.Single(Changes());
        Assert.Equal(("Rule 5", RuleChangeKind.Changed), (change.Name, change.Kind));
        Assert.Equal([new RuleChangeLine("Place 5", "Place 1")], change.Lines);
    }

    [Fact]
    public void A_changed_condition_is_said_before_and_after()
    {
        var rule = _editor.Find("rule_2")!;
        _editor.Change(
            rule with
            {
                Value = false,
                Conditions = [rule.Conditions[0] with { Body = rule.Conditions[0].Body with { TraitValue = "9" } }],
            }
        );

        Assert.Equal(
            [
                new RuleChangeLine("On", "Off"),
                new RuleChangeLine(
                    "company trait trdf_seats is \"5\"".Replace(
                        "is \"5\"",
                        "is at least \"5\"",
                        StringComparison.Ordinal
                    ),
                    "company trait trdf_seats is at least \"9\""
                ),
            ],
            Assert.Single(Changes()).Lines
        );
    }

    [Fact]
    public void What_comes_and_what_goes_is_said()
    {
        _editor.Delete("rule_1");
        _editor.Add(RuleType.GlobalOverride);

        Assert.Equal([RuleChangeKind.Added, RuleChangeKind.Removed], Changes().Select(static change => change.Kind));
    }

    [Fact]
    public void A_member_that_nobody_knows_is_still_a_change()
    {
        var rule = _editor.Find("rule_3")!;
        _editor.Change(
            rule with
            {
                Extra = new Dictionary<string, System.Text.Json.JsonElement>
                {
                    ["x"] = System.Text.Json.JsonSerializer.SerializeToElement(1),
                },
            }
        );

        Assert.Single(Changes());
    }

    private IReadOnlyList<RuleChange> Changes() => RuleDiff.Compare(_editor.Stored, _editor.Rules, new());
}
