using Schematic.Contracts.Insights;
using Schematic.Dashboard.Insights;

namespace Schematic.Dashboard.Tests.Insights;

public sealed class UsageSeriesTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 14, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 13, 37, 0, TimeSpan.Zero);

    [Fact]
    public void A_day_without_a_row_is_0_and_the_total_is_the_sum_of_the_rows()
    {
        var series = Create(TimeSeriesGranularity.Daily, (0, 3_000_000_000), (24 * 2, 5), (24 * 2 + 7, 7));

        Assert.Equal([3_000_000_000, 0, 12, 0, 0, 0, 0], series.Bars.Select(static bar => bar.Value));
        Assert.Equal(3_000_000_012, series.Total);
    }

    [Fact]
    public void A_step_that_has_not_begun_is_left_out_unless_it_has_usage()
    {
        Assert.Equal(6 * 24 + 14, Create(TimeSeriesGranularity.Hourly).Bars.Count);
        Assert.Equal(6 * 24 + 16, Create(TimeSeriesGranularity.Hourly, (6 * 24 + 15, 4)).Bars.Count);
    }

    [Fact]
    public void The_first_week_holds_what_the_api_dates_before_the_start()
    {
        var series = Create(TimeSeriesGranularity.Weekly, (-24 * 6, 4), (24, 8));

        Assert.Equal([4, 8], series.Bars.Select(static bar => bar.Value));
        Assert.Equal(["14 Nov – 14 Nov 2026", "15 Nov – 20 Nov 2026"], series.Bars.Select(static bar => bar.Label));
    }

    [Theory]
    [InlineData(TimeSeriesGranularity.Hourly, "Sat 14 Nov 2026, 00:00", "14 Nov 00:00")]
    [InlineData(TimeSeriesGranularity.Daily, "Sat 14 Nov 2026", "14 Nov")]
    [InlineData(TimeSeriesGranularity.Monthly, "November 2026", "Nov 26")]
    public void A_bar_has_a_name_and_a_short_one(TimeSeriesGranularity granularity, string label, string shortLabel)
    {
        var bar = Create(granularity).Bars[0];

        Assert.Equal((label, shortLabel), (bar.Label, bar.ShortLabel));
    }

    [Fact]
    public void No_two_bars_have_one_name() =>
        Assert.All(
            Enum.GetValues<TimeSeriesGranularity>(),
            static granularity =>
            {
                var period = new UsagePeriod(Start.AddYears(-1), Start, granularity);
                var bars = UsageSeries.Create(period, [], Now).Bars;
                Assert.Equal(bars.Count, bars.DistinctBy(static bar => bar.Label).Count());
            }
        );

    private static UsageSeries Create(TimeSeriesGranularity granularity, params (int Hours, long Usage)[] rows) =>
        UsageSeries.Create(
            new UsagePeriod(Start, Start.AddDays(7), granularity),
            rows.Select(static row => (Start.AddHours(row.Hours), row.Usage)),
            Now
        );
}
