using System.Globalization;
using Schematic.Api.Events.Metering;
using Schematic.Api.Http;
using Schematic.Api.Insights;
using Schematic.Contracts.Insights;

namespace Schematic.Api.Tests.Insights;

public sealed class UsageBucketsTests
{
    [Theory]
    [InlineData("2026-06-01", "2026-06-02", "hourly", 24)]
    [InlineData("2026-06-01", "2026-07-01", "daily", 30)]
    [InlineData("2026-06-01", "2027-06-02", "daily", 366)]
    // Weeks begin on Sundays: the first and the last are cut.
    [InlineData("2026-06-01", "2026-06-15", "weekly", 3)]
    [InlineData("2026-05-31", "2026-06-14", "weekly", 2)]
    [InlineData("2026-01-15", "2026-12-15", "monthly", 12)]
    [InlineData("2026-01-15", "2026-12-15", null, 1)]
    [InlineData("9999-12-31T22:30:00Z", "9999-12-31T23:59:59Z", "hourly", 2)]
    [InlineData("9999-12-30", "9999-12-31T23:59:59Z", "daily", 2)]
    [InlineData("9999-12-30", "9999-12-31T23:59:59Z", "weekly", 1)]
    [InlineData("9999-11-30", "9999-12-31T23:59:59Z", "monthly", 2)]
    public void Time_is_divided_without_gaps_and_overlaps(string start, string end, string? granularity, int count)
    {
        var spans = Divide(start, end, granularity).Spans;

        Assert.Equal(count, spans.Count);
        Assert.Equal((Time(start), Time(end)), (spans[0].Start, spans[^1].End));
        Assert.All(
            spans.Zip(spans.Skip(1)),
            static pair => Assert.Equal(pair.First.End, (DateTimeOffset?)pair.Second.Start)
        );
    }

    [Fact]
    public void Whole_days_are_summed_up_from_days_and_others_from_hours()
    {
        Assert.Equal(UsageGrain.Day, Divide("2026-06-01", "2026-07-01", "weekly").Grain);
        Assert.Equal(UsageGrain.Hour, Divide("2026-06-01T01:00:00Z", "2026-07-01", "weekly").Grain);
        Assert.Equal(UsageGrain.Hour, Divide("2026-06-01", "2026-06-02", "hourly").Grain);
    }

    [Theory]
    [InlineData("2026-06-01", "2027-06-03", "daily", "granularity")]
    [InlineData("2026-06-01", "2026-06-01", "daily", "end_time")]
    [InlineData("2026-06-02", "2026-06-01", null, "end_time")]
    public void Too_many_points_and_an_end_before_the_start_are_refused(
        string start,
        string end,
        string? granularity,
        string field
    ) => Assert.Equal(field, Assert.Throws<ApiException>(() => Divide(start, end, granularity)).Field);

    private static UsageBuckets Divide(string start, string end, string? granularity) =>
        UsageBuckets.Divide(
            Time(start),
            Time(end),
            granularity switch
            {
                "hourly" => TimeSeriesGranularity.Hourly,
                "daily" => TimeSeriesGranularity.Daily,
                "weekly" => TimeSeriesGranularity.Weekly,
                "monthly" => TimeSeriesGranularity.Monthly,
                _ => null,
            },
            max: 366
        );

    private static DateTimeOffset Time(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
