using Bunit;
using Schematic.Contracts.Flags;
using Schematic.Dashboard.Flags.Rules;
using Schematic.Dashboard.Tests.Shared;

namespace Schematic.Dashboard.Tests.Flags.Rules;

public sealed class RuleConflictTests : PageContext
{
    private readonly List<string> _chosen = [];

    [Fact]
    public void What_differs_is_marked_on_both_sides()
    {
        var conflict = RenderConflict(
            [
                FlagSamples.Rule("rule_1", "Same", 1),
                FlagSamples.Rule("rule_2", "Mine", 2),
                FlagSamples.Rule("rule_3", "Kept", 3),
            ],
            [FlagSamples.Rule("rule_1", "Same", 1), FlagSamples.Rule("rule_2", "Theirs", 2)]
        );

        Assert.Equal(["OnSame", "OnMinediffers", "OnKeptonly here"], Rules(conflict, "Mine"));
        Assert.Equal(["OnSame", "OnTheirsdiffers"], Rules(conflict, "Theirs"));
        Assert.Equal(3, conflict.FindAll(".conflict-differs").Count);
    }

    [Fact]
    public void Rules_stand_in_the_order_they_are_tried()
    {
        var conflict = RenderConflict(
            [
                FlagSamples.Rule("rule_2", "Second", 2),
                FlagSamples.Rule("rule_1", "First", 1),
                FlagSamples.Rule("rule_0", "Override", 1) with
                {
                    RuleType = RuleType.GlobalOverride,
                },
            ],
            []
        );

        Assert.Equal(["OnOverrideonly here", "OnFirstonly here", "OnSecondonly here"], Rules(conflict, "Mine"));
        Assert.Equal("No rules.", conflict.Find("[aria-label=Theirs] .muted").TextContent);
    }

    [Fact]
    public void The_focus_goes_to_what_happened()
    {
        var conflict = RenderConflict([], []);

        JSInterop
            .VerifyInvoke("Blazor._internal.domWrapper.focus")
            .Arguments[0]
            .ShouldBeElementReferenceTo(conflict.Find("h2"));
    }

    [Fact]
    public void Either_can_be_chosen()
    {
        var conflict = RenderConflict([], []);

        Button(conflict, "Take theirs").Click();
        Button(conflict, "Keep mine").Click();

        Assert.Equal(["theirs", "mine"], _chosen);
    }

    private static IEnumerable<string> Rules(IRenderedComponent<RuleConflict> conflict, string side) =>
        conflict.FindAll($"[aria-label={side}] .rule-title").Select(static rule => rule.TextContent);

    private IRenderedComponent<RuleConflict> RenderConflict(
        IReadOnlyList<RuleDetailResponseData> mine,
        IReadOnlyList<RuleDetailResponseData> theirs
    ) =>
        Render<RuleConflict>(parameters =>
            parameters
                .Add(static conflict => conflict.Mine, RuleDrafts.FromContract(mine))
                .Add(static conflict => conflict.Theirs, RuleDrafts.FromContract(theirs))
                .Add(static conflict => conflict.Vocabulary, new RuleVocabulary())
                .Add(static conflict => conflict.TakeTheirs, () => _chosen.Add("theirs"))
                .Add(static conflict => conflict.KeepMine, () => _chosen.Add("mine"))
        );
}
