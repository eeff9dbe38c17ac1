using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components.Web;
using Schematic.Dashboard.Shared.Ui.Charts;
using Schematic.Dashboard.Tests.Rendering;

namespace Schematic.Dashboard.Tests.Shared.Ui.Charts;

public sealed class BarChartTests : ConsoleContext
{
    [Fact]
    public void Each_bar_has_its_exact_number_in_the_table()
    {
        var chart = Show(new ChartBar("Mon 16 Nov", "16", 1_234_567), new("Tue 17 Nov", "17", 0));

        Assert.Equal(
            ["Mon 16 Nov", "1,234,567", "Tue 17 Nov", "0"],
            chart.FindAll("tbody td").Select(static cell => cell.TextContent)
        );
        Assert.NotEmpty(chart.FindAll(".rz-chart svg"));
    }

    [Fact]
    public async Task The_arrow_keys_read_value_by_value_from_the_latest_on()
    {
        var chart = Show(new ChartBar("Mon 16 Nov", "16", 1200), new("Tue 17 Nov", "17", 0));
        Assert.Equal("", chart.Find(".chart-reading").TextContent.Trim());

        await Plot(chart).FocusAsync(new());
        Assert.Equal("Tue 17 Nov: 0", chart.Find(".chart-reading").TextContent);
        await Plot(chart).KeyDownAsync(new KeyboardEventArgs { Key = "ArrowLeft" });
        await Plot(chart).KeyDownAsync(new KeyboardEventArgs { Key = "ArrowLeft" });

        Assert.Equal("Mon 16 Nov: 1,200", chart.Find(".chart-reading").TextContent);
        Assert.Equal(
            ("1", "Mon 16 Nov: 1,200"),
            (Plot(chart).GetAttribute("aria-valuenow"), Plot(chart).GetAttribute("aria-valuetext"))
        );
        await Plot(chart).BlurAsync(new());
        Assert.Equal("", chart.Find(".chart-reading").TextContent.Trim());
    }

    [Fact]
    public void Other_bars_are_read_from_their_own_latest_on()
    {
        var chart = Show(new ChartBar("Mon 16 Nov", "16", 1200), new("Tue 17 Nov", "17", 0));

        chart.Render(parameters => parameters.Add(chart => chart.Bars, [new ChartBar("November", "Nov", 3)]));

        Assert.Equal("November: 3", Plot(chart).GetAttribute("aria-valuetext"));
    }

    [Fact]
    public void A_chart_without_bars_has_nothing_to_read() =>
        Assert.Equal("No values", Plot(Show()).GetAttribute("aria-valuetext"));

    [Theory]
    [InlineData(0, "0%")]
    [InlineData(0.00001, "<0.1%")]
    [InlineData(0.1234, "12.3%")]
    [InlineData(1, "100%")]
    public void A_bar_of_a_share_says_its_percentage(double share, string text) =>
        Assert.Equal(
            text,
            Render<ShareBar>(bar => bar.Add(static bar => bar.Share, share)).Find(".share-text").TextContent
        );

    private static IElement Plot(IRenderedComponent<BarChart> chart) => chart.Find("[role=slider]");

    private IRenderedComponent<BarChart> Show(params IReadOnlyList<ChartBar> bars) =>
        Render<BarChart>(chart =>
            chart
                .Add(static chart => chart.Label, "Usage by day")
                .Add(static chart => chart.ValueTitle, "Usage")
                .Add(static chart => chart.Bars, bars)
        );
}
