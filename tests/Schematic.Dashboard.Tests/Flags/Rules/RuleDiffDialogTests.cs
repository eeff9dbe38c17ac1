using Bunit;
using Schematic.Dashboard.Flags.Rules;
using Schematic.Dashboard.Tests.Shared;

namespace Schematic.Dashboard.Tests.Flags.Rules;

public sealed class RuleDiffDialogTests : PageContext
{
    [Fact]
    public void It_repeats_whom_the_changes_affect() =>
        Assert.Equal(
            "Production · 1,204 gain the flag, 0 lose it.",
            Words(Open(new MeasuredImpact([], 1204, 0)).Find(".dialog-text"))
        );

    [Fact]
    public void What_nobody_counted_is_not_said() => Assert.Empty(Open(null).FindAll(".dialog-text"));

    private IRenderedComponent<RuleDiffDialog> Open(MeasuredImpact? impact) =>
        Render<RuleDiffDialog>(parameters =>
            parameters
                .Add(static dialog => dialog.Changes, [])
                .Add(static dialog => dialog.Form, new RuleSaveForm())
                .Add(static dialog => dialog.EnvironmentName, "Production")
                .Add(static dialog => dialog.Impact, impact)
        );
}
