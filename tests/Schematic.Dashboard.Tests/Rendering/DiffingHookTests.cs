using Bunit;
using Radzen.Blazor;

namespace Schematic.Dashboard.Tests.Rendering;

public sealed class DiffingHookTests : ConsoleContext
{
    [Fact]
    public void Markup_is_compared_by_what_it_means()
    {
        var badge = Render<RadzenBadge>(parameters => parameters.Add(static badge => badge.Text, "Production"));

        badge.MarkupMatches(
            """<span id:ignore  class="rz-variant-filled rz-shade-default rz-badge rz-badge-primary" >Production</span>"""
        );
        Assert.Throws<HtmlEqualException>(() => badge.MarkupMatches("<span>Staging</span>"));
    }
}
