using Bunit;
using Schematic.Dashboard.Flags.Rules;
using Schematic.Dashboard.Tests.Shared;

namespace Schematic.Dashboard.Tests.Flags.Rules;

public sealed class DraftBarTests : PageContext
{
    private readonly List<string> _chosen = [];

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public void It_says_whether_the_flag_is_another_by_now(bool isOutdated, bool isSaid)
    {
        var text = RenderBar(isOutdated).Find("[role=status] p").TextContent;

        Assert.StartsWith("You have an unsaved draft of these rules from ", text, StringComparison.Ordinal);
        Assert.Equal(isSaid, text.EndsWith("Somebody has changed the flag since.", StringComparison.Ordinal));
    }

    [Fact]
    public void The_draft_is_continued_or_discarded()
    {
        var bar = RenderBar(isOutdated: false);

        Button(bar, "Continue").Click();
        Button(bar, "Discard").Click();

        Assert.Equal(["continue", "discard"], _chosen);
    }

    private IRenderedComponent<DraftBar> RenderBar(bool isOutdated) =>
        Render<DraftBar>(parameters =>
            parameters
                .Add(static bar => bar.Draft, new StoredDraft { SavedAt = Clock.GetUtcNow(), Rules = [] })
                .Add(static bar => bar.IsOutdated, isOutdated)
                .Add(static bar => bar.Continue, () => _chosen.Add("continue"))
                .Add(static bar => bar.Discard, () => _chosen.Add("discard"))
        );
}
