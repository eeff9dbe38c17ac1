using Schematic.Contracts.Flags;
using Schematic.Dashboard.Flags;

namespace Schematic.Dashboard.Tests.Flags;

public sealed class FlagModesTests
{
    private static readonly RuleConditionDetailResponseData Some = FlagSamples.Seats(
        "cond_1",
        ComparableOperator.Eq,
        "5"
    );

    [Fact]
    public void Without_rules_it_is_the_default() => Assert.Equal(FlagMode.AlwaysOff, Of(isOn: false));

    [Fact]
    public void A_global_override_wins() =>
        Assert.Equal(
            FlagMode.AlwaysOff,
            Of(
                isOn: true,
                FlagSamples.Rule("rule_1", "Stop") with
                {
                    RuleType = RuleType.GlobalOverride,
                    Value = false,
                },
                FlagSamples.Rule("rule_2", "R", 1, Some)
            )
        );

    [Fact]
    public void A_rule_that_says_what_is_said_anyway_decides_nothing() =>
        Assert.Equal(FlagMode.AlwaysOn, Of(isOn: true, FlagSamples.Rule("rule_1", "R", 1, Some)));

    [Fact]
    public void A_rule_that_says_otherwise_decides() =>
        Assert.Equal(FlagMode.ByRule, Of(isOn: false, FlagSamples.Rule("rule_1", "R", 1, Some)));

    [Fact]
    public void A_rule_for_everyone_ends_it() =>
        Assert.Equal(
            FlagMode.AlwaysOn,
            Of(
                isOn: false,
                FlagSamples.Rule("rule_1", "All", 1),
                FlagSamples.Rule("rule_2", "R", 2, Some) with
                {
                    Value = false,
                }
            )
        );

    private static FlagMode Of(bool isOn, params IReadOnlyList<RuleDetailResponseData> rules) =>
        FlagModes.GetMode(FlagSamples.Flag("flag_1", "F", rules) with { DefaultValue = isOn });
}
