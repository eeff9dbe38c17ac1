using System.Globalization;
using Schematic.Api.Tests.Events;
using Schematic.Contracts.Insights;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Insights;

public abstract class UsageChartsTests(ApiFixture api) : EventTopic(api)
{
    [Fact]
    public async Task Points_of_a_company_count_from_the_start_of_their_month_and_those_of_all_companies_do_not()
    {
        var feature = await NewFeatureAsync(Production);
        var (domain, other, name) = (Unique("acme"), Unique("zenith"), feature.EventSubtype!);
        foreach (
            var (who, at, quantity) in new[]
            {
                (domain, "2026-06-02T10:00:00Z", 1),
                (domain, "2026-06-29T10:00:00Z", 2),
                (domain, "2026-07-01T10:00:00Z", 4),
                (other, "2026-06-29T11:00:00Z", 100),
            }
        )
            await SendAsync(
                Production,
                Track(name, who, quantity: quantity) with
                {
                    SentAt = Time(at),
                    Backfill = true,
                }
            );
        var company = await CompanyAsync(Production, domain);

        var mine = (
            await Production.Insights.GetFeatureUsageTimeSeriesAsync(
                new FeatureUsageTimeSeriesQuery
                {
                    CompanyId = company.Id,
                    FeatureId = feature.Id,
                    StartTime = Time("2026-06-29T06:00:00Z"),
                    EndTime = Time("2026-07-03"),
                    Granularity = TimeSeriesGranularity.Daily,
                },
                Cancellation
            )
        ).Data;
        var everybodys = (
            await Production.Insights.GetEnvironmentFeatureUsageTimeSeriesAsync(
                new EnvironmentFeatureUsageTimeSeriesQuery
                {
                    FeatureId = feature.Id,
                    StartTime = Time("2026-06-29"),
                    EndTime = Time("2026-07-03"),
                },
                Cancellation
            )
        ).Data;

        Assert.Equal("current_month", mine.PeriodType);
        Assert.Equal([3, 3, 4, 4], mine.UsagePoints.Select(static point => point.Usage));
        Assert.Equal(
            (Time("2026-06-29"), Time("2026-06-01"), Time("2026-07-01")),
            (mine.UsagePoints[0].Timestamp, mine.UsagePoints[0].PeriodStart, mine.UsagePoints[0].PeriodEnd)
        );
        // Four days are shown by the hour unless it is said otherwise.
        Assert.Equal((96, 106), (everybodys.Points.Count, everybodys.Points.Sum(static point => point.Usage)));
        Assert.Equal(2, everybodys.Points[10].Usage);
    }

    [Fact]
    public async Task Companies_come_by_usage_each_with_its_share()
    {
        var feature = await NewFeatureAsync(Production);
        var (first, second, name) = (Unique("first"), Unique("second"), feature.EventSubtype!);
        await SendAsync(Production, Track(name, second, quantity: 25));
        await SendAsync(Production, Track(name, first, quantity: 50));
        await SendAsync(Production, Track(name, quantity: 25));
        await SendAsync(Staging, Track(name, first, quantity: 1000));
        var now = DateTimeOffset.UtcNow;
        var query = new TopCompaniesQuery
        {
            FeatureId = feature.Id,
            StartTime = now.AddDays(-1),
            EndTime = now,
        };

        var top = (await Production.Insights.ListTopCompaniesAsync(query, Cancellation)).Data;
        var count = (await Production.Insights.CountTopCompaniesAsync(query, Cancellation)).Data.Count;

        Assert.Equal(
            [(first, 50, 0.5), (second, 25, 0.25)],
            top.Select(static company => (company.Company!.Name, company.Usage, company.Share))
        );
        Assert.Equal(2, count);
    }

    private static DateTimeOffset Time(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}

public sealed class UsageChartsTestsOnSqlite(SqliteApi api) : UsageChartsTests(api), IClassFixture<SqliteApi>;

public sealed class UsageChartsTestsOnPostgreSql(PostgreSqlApi api)
    : UsageChartsTests(api),
        IClassFixture<PostgreSqlApi>;
