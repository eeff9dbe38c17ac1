using System.Globalization;
using Schematic.Contracts.Insights;
using Schematic.Dashboard.Insights;

namespace Schematic.Dashboard.Tests.Insights;

public sealed class UsagePeriodTests
{
    [Theory]
    [InlineData(1, "Hourly")]
    [InlineData(7, "Hourly Daily")]
    [InlineData(15, "Hourly Daily Weekly")]
    [InlineData(16, "Daily Weekly")]
    [InlineData(90, "Daily Weekly Monthly")]
    [InlineData(366, "Daily Weekly Monthly")]
    [InlineData(367, "Weekly Monthly")]
    [InlineData(3660, "Monthly")]
    public void Only_what_gives_a_readable_chart_is_offered(int days, string granularities) =>
        Assert.Equal(granularities, string.Join(' ', UsagePeriod.GetFitting(days)));

    [Fact]
    public void No_chart_has_more_bars_than_the_api_lists_rows_and_each_time_has_a_granularity() =>
        Assert.All(
            Enumerable.Range(1, UsageRange.MaxDays),
            static days =>
            {
                var fitting = UsagePeriod.GetFitting(days);
                Assert.Contains(UsagePeriod.GetDefault(days), fitting);
                Assert.All(
                    fitting,
                    granularity =>
                        Assert.True(
                            days
                                / granularity switch
                                {
                                    TimeSeriesGranularity.Hourly => 1 / 24.0,
                                    TimeSeriesGranularity.Daily => 1,
                                    TimeSeriesGranularity.Weekly => 7,
                                    _ => 30,
                                }
                                <= 366
                        )
                );
            }
        );

    [Theory]
    [InlineData(TimeSeriesGranularity.Hourly, "2026-11-18 13:37", "2026-11-18 13:00", "2026-11-18 14:00")]
    [InlineData(TimeSeriesGranularity.Daily, "2026-11-18 13:37", "2026-11-18 00:00", "2026-11-19 00:00")]
    [InlineData(TimeSeriesGranularity.Weekly, "2026-11-18 13:37", "2026-11-15 00:00", "2026-11-22 00:00")]
    [InlineData(TimeSeriesGranularity.Weekly, "2026-10-06 13:37", "2026-10-06 00:00", "2026-10-11 00:00")]
    [InlineData(TimeSeriesGranularity.Monthly, "2026-11-18 13:37", "2026-11-01 00:00", "2026-11-24 00:00")]
    [InlineData(TimeSeriesGranularity.Monthly, "2026-10-18 13:37", "2026-10-06 00:00", "2026-11-01 00:00")]
    public void A_step_stays_within_the_period(TimeSeriesGranularity granularity, string time, string step, string next)
    {
        var period = new UsagePeriod(Time("2026-10-06 00:00"), Time("2026-11-24 00:00"), granularity);

        Assert.Equal(Time(step), period.GetStep(Time(time)));
        Assert.Equal(Time(next), period.GetNextStep(Time(step)));
    }

    private static DateTimeOffset Time(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
