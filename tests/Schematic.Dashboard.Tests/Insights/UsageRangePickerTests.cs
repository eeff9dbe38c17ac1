using Bunit;
using Schematic.Dashboard.Insights;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Tests.Shared;

namespace Schematic.Dashboard.Tests.Insights;

public sealed class UsageRangePickerTests : PageContext
{
    [Fact]
    public void Each_time_and_granularity_has_an_address()
    {
        var picker = Show("?range=7d");

        Assert.Equal(
            ["/u?range=7d", "/u", "/u?range=90d", "/u?range=12m", "/u?range=7d&by=hourly", "/u?range=7d&by=daily"],
            picker.FindAll("a").Select(static link => link.GetAttribute("href"))
        );
        Assert.Equal(["7 days", "Day"], picker.FindAll("a[aria-current]").Select(static link => link.TextContent));
    }

    [Fact]
    public void Days_of_ones_own_begin_with_those_that_are_shown()
    {
        var picker = Show("?range=7d&by=hourly");
        Assert.Equal(
            ["2026-11-14", "2026-11-20"],
            picker.FindAll("input").Select(static input => input.GetAttribute("value"))
        );

        Enter(picker, "2026-11-02", "2026-11-03");

        Assert.EndsWith("/u?from=2026-11-02&to=2026-11-03&by=hourly", Navigation.Uri, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-11-03", "2026-11-02", "The first day must not be after the last.")]
    [InlineData("", "2026-11-02", "Enter both days.")]
    [InlineData("2001-11-03", "2026-11-02", "Choose ten years at most.")]
    public void Days_that_make_no_time_are_refused(string from, string to, string problem)
    {
        var picker = Show("");
        var before = Navigation.Uri;

        Enter(picker, from, to);

        Assert.Equal(problem, picker.Find("[role=alert]").TextContent);
        Assert.Equal(before, Navigation.Uri);
    }

    private static void Enter(IRenderedComponent<UsageRangePicker> picker, string from, string to)
    {
        picker.Find("[aria-label=From]").Change(from);
        picker.Find("[aria-label=To]").Change(to);
        picker.Find("form").Submit();
    }

    private IRenderedComponent<UsageRangePicker> Show(string uri)
    {
        var range = UsageRange.Read(new UrlReader(uri));
        return Render<UsageRangePicker>(picker =>
            picker
                .Add(static picker => picker.Range, range)
                .Add(static picker => picker.Period, range.ToPeriod(Clock.GetUtcNow()))
                .Add(
                    static picker => picker.UrlFor,
                    static range =>
                    {
                        var url = new UrlWriter();
                        range.Write(url);
                        return $"/u{url}";
                    }
                )
        );
    }
}
