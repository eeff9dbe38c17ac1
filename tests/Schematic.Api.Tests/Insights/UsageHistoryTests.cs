using System.Globalization;
using System.Net;
using Schematic.Api.Tests.Events;
using Schematic.Contracts.Insights;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Insights;

/// <summary>Figures: the domain's test cases, usage history.</summary>
public abstract class UsageHistoryTests(ApiFixture api) : EventTopic(api)
{
    [Fact]
    public async Task The_end_is_not_part_of_it_and_nothing_used_is_no_row()
    {
        var feature = await NewFeatureAsync(Production);
        var (domain, other, name) = (Unique("acme"), Unique("zenith"), feature.EventSubtype!);
        await SendAtAsync(name, domain, "2026-06-01T00:00:00Z", 1);
        await SendAtAsync(name, domain, "2026-06-30T23:59:59Z", 2);
        await SendAtAsync(name, domain, "2026-07-01T00:00:00Z", 4);
        await SendAtAsync(name, other, "2026-06-10T10:00:00Z", 8);
        await SendAtAsync(name, other, "2026-06-10T11:00:00Z", -8);

        var june = await ReadAsync(feature.Id, "2026-06-01", "2026-07-01");
        var both = await ReadAsync(feature.Id, "2026-06-01", "2026-08-01", TimeSeriesGranularity.Monthly);
        var hours = await ReadAsync(
            feature.Id,
            "2026-06-10T10:00:00Z",
            "2026-06-10T12:00:00Z",
            TimeSeriesGranularity.Hourly
        );

        var row = Assert.Single(june);
        Assert.Equal(
            ((await CompanyAsync(Production, domain)).Id, feature.Id, name, 3),
            (row.CompanyId, row.FeatureId, row.EventSubtype, row.Usage)
        );
        Assert.Equal((Time("2026-06-01"), Time("2026-07-01")), (row.PeriodStart, row.PeriodEnd));
        Assert.Equal([3, 4], both.Select(static month => month.Usage));
        Assert.Equal([8, -8], hours.Select(static hour => hour.Usage));
    }

    [Fact]
    public async Task A_week_is_cut_where_the_time_is()
    {
        var feature = await NewFeatureAsync(Production);
        var (domain, name) = (Unique("acme"), feature.EventSubtype!);
        // A Saturday and a Sunday.
        await SendAtAsync(name, domain, "2026-06-06T12:00:00Z", 1);
        await SendAtAsync(name, domain, "2026-06-07T12:00:00Z", 2);

        var weeks = await ReadAsync(
            feature.Id,
            "2026-06-03T06:00:00Z",
            "2026-06-10T00:00:00Z",
            TimeSeriesGranularity.Weekly
        );

        Assert.Equal(
            [(Time("2026-06-03T06:00:00Z"), Time("2026-06-07"), 1), (Time("2026-06-07"), Time("2026-06-10"), 2)],
            weeks.Select(static week => (week.PeriodStart, week.PeriodEnd, week.Usage))
        );
    }

    [Fact]
    public async Task Two_features_of_one_event_each_have_a_row_after_paging()
    {
        var feature = await NewFeatureAsync(Production);
        var twin = await NewFeatureAsync(Production, feature.EventSubtype);
        var name = feature.EventSubtype!;
        for (var i = 0; i < 3; i++)
            await SendAtAsync(name, Unique("acme"), "2026-06-10T10:00:00Z", 1);

        var pages = new List<FeatureUsageHistoryResponseData>();
        for (var offset = 0; ; offset += 2)
        {
            var page = (
                await Production.Insights.ListFeatureUsageHistoryAsync(
                    new FeatureUsageHistoryQuery
                    {
                        FeatureIds = [feature.Id, twin.Id],
                        StartTime = Time("2026-06-01"),
                        EndTime = Time("2026-07-01"),
                        Limit = 2,
                        Offset = offset,
                    },
                    Cancellation
                )
            ).Data;
            if (page.Count == 0)
                break;
            pages.AddRange(page);
        }

        Assert.Equal(6, pages.Count);
        Assert.Equal(6, pages.Select(static row => (row.CompanyId, row.FeatureId)).Distinct().Count());
    }

    [Theory]
    [InlineData("2026-06-01T00:30:00Z", "2026-07-01T00:00:00Z", null, "start_time")]
    [InlineData("2026-06-01T00:00:00Z", "2026-07-01T00:00:01Z", null, "end_time")]
    [InlineData("2026-06-01T00:00:00Z", "2026-06-01T00:00:00Z", null, "end_time")]
    [InlineData("2026-06-01T00:00:00Z", "2027-06-03T00:00:00Z", "daily", "granularity")]
    public async Task Half_hours_and_too_many_days_are_refused(
        string start,
        string end,
        string? granularity,
        string field
    )
    {
        var answer = await SendAsync(
            "GET",
            $"/feature-usage-history?start_time={start}&end_time={end}"
                + (granularity is null ? "" : $"&granularity={granularity}")
        );

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(field, answer.Json.GetProperty("field").GetString());
        AssertSentence(answer.Error);
    }

    [Fact]
    public async Task A_year_of_days_is_answered()
    {
        var answer = await SendAsync(
            "GET",
            "/feature-usage-history?start_time=2026-06-01T00:00:00Z&end_time=2027-06-02T00:00:00Z&granularity=daily"
        );

        Assert.Equal(HttpStatusCode.OK, answer.Status);
    }

    private Task SendAtAsync(string name, string domain, string at, long quantity) =>
        SendAsync(Production, Track(name, domain, quantity: quantity) with { SentAt = Time(at), Backfill = true });

    private async Task<IReadOnlyList<FeatureUsageHistoryResponseData>> ReadAsync(
        string feature,
        string start,
        string end,
        TimeSeriesGranularity? granularity = null
    ) =>
        (
            await Production.Insights.ListFeatureUsageHistoryAsync(
                new FeatureUsageHistoryQuery
                {
                    FeatureIds = [feature],
                    StartTime = Time(start),
                    EndTime = Time(end),
                    Granularity = granularity,
                },
                Cancellation
            )
        ).Data;

    private static DateTimeOffset Time(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}

public sealed class UsageHistoryTestsOnSqlite(SqliteApi api) : UsageHistoryTests(api), IClassFixture<SqliteApi>;

public sealed class UsageHistoryTestsOnPostgreSql(PostgreSqlApi api)
    : UsageHistoryTests(api),
        IClassFixture<PostgreSqlApi>;
