using Bunit;
using Schematic.Dashboard.Flags.Rules;
using Schematic.Dashboard.Tests.Rendering;

namespace Schematic.Dashboard.Tests.Flags.Rules;

public sealed class RuleChangesTests : ConsoleContext
{
    [Theory]
    [InlineData(RuleChangeKind.Added, "badge-success")]
    [InlineData(RuleChangeKind.Changed, "badge-info")]
    [InlineData(RuleChangeKind.Removed, "badge-danger")]
    public void A_kind_of_change_has_a_colour_and_a_word(RuleChangeKind kind, string css)
    {
        var badge = RenderChange(new("rule_1", "One", kind, [])).Find(".badge");

        Assert.Contains(css, badge.ClassList);
        Assert.Equal(kind.ToString(), badge.TextContent.Trim());
    }

    [Fact]
    public void Before_and_after_are_told_by_ear_too()
    {
        var change = RenderChange(
            new("rule_1", "", RuleChangeKind.Changed, [new("Off", "On"), new("", "added"), new("removed", "")])
        );

        Assert.Equal(
            ["Before: Off", "After: On", "After: added", "Before: removed"],
            change.FindAll(".diff-line").Select(static line => line.TextContent)
        );
        Assert.Equal("Unnamed rule", change.Find("strong").TextContent);
    }

    private IRenderedComponent<RuleChanges> RenderChange(RuleChange change) =>
        Render<RuleChanges>(parameters => parameters.Add(static changes => changes.Changes, [change]));
}
