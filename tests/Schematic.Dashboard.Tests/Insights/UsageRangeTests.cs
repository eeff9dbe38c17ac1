using Schematic.Contracts.Insights;
using Schematic.Dashboard.Insights;
using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.Dashboard.Tests.Insights;

public sealed class UsageRangeTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 23, 30, 0, TimeSpan.FromHours(-2));

    [Theory]
    [InlineData("")]
    [InlineData("?range=7d&by=hourly")]
    [InlineData("?range=12m")]
    [InlineData("?from=2026-11-01&to=2026-11-15&by=weekly")]
    public void A_range_comes_back_from_its_address(string uri) => Assert.Equal(uri, ToUri(Read(uri)));

    [Theory]
    [InlineData("?range=8d&by=yearly")]
    [InlineData("?from=2026-11-02&to=2026-11-01")]
    [InlineData("?from=2026-02-30&to=2026-11-01")]
    [InlineData("?from=2010-01-01&to=2026-11-01")]
    [InlineData("?from=2026-11-01")]
    public void What_makes_no_sense_is_the_usual_range(string uri) => Assert.Equal(new UsageRange(), Read(uri));

    // 23:30 two hours west of Greenwich is the next day there.
    [Theory]
    [InlineData("?range=7d", "2026-11-15", 7, TimeSeriesGranularity.Daily)]
    [InlineData("", "2026-10-23", 30, TimeSeriesGranularity.Daily)]
    [InlineData("?range=90d", "2026-08-24", 90, TimeSeriesGranularity.Daily)]
    [InlineData("?range=12m", "2025-12-01", 356, TimeSeriesGranularity.Monthly)]
    public void A_span_ends_with_today_in_UTC(string uri, string from, int days, TimeSeriesGranularity granularity)
    {
        var period = Read(uri).ToPeriod(Now);

        Assert.Equal(from, period.Start.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 0, 0, 0, TimeSpan.Zero), period.End);
        Assert.Equal((days, granularity), (period.Days, period.Granularity));
    }

    [Fact]
    public void Chosen_days_are_both_part_of_the_time()
    {
        var period = Read("?from=2026-11-01&to=2026-11-01").ToPeriod(Now);

        Assert.Equal(
            new(
                new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero),
                new DateTimeOffset(2026, 11, 2, 0, 0, 0, TimeSpan.Zero),
                TimeSeriesGranularity.Hourly
            ),
            period
        );
    }

    [Theory]
    [InlineData("?range=7d&by=hourly", TimeSeriesGranularity.Hourly)]
    [InlineData("?range=30d&by=hourly", TimeSeriesGranularity.Daily)]
    [InlineData("?range=30d&by=weekly", TimeSeriesGranularity.Weekly)]
    [InlineData("?range=7d&by=monthly", TimeSeriesGranularity.Daily)]
    public void A_granularity_that_does_not_fit_is_passed_over(string uri, TimeSeriesGranularity granularity) =>
        Assert.Equal(granularity, Read(uri).ToPeriod(Now).Granularity);

    private static UsageRange Read(string uri) => UsageRange.Read(new UrlReader(uri));

    private static string ToUri(UsageRange range)
    {
        var url = new UrlWriter();
        range.Write(url);
        return url.ToString();
    }
}
