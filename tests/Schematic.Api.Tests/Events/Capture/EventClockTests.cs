using Schematic.Contracts.Events;
using Schematic.Contracts.Insights;
using Schematic.Testing.Databases;
using Schematic.Testing.Hosting;
using Schematic.Testing.Time;

namespace Schematic.Api.Tests.Events.Capture;

/// <summary>Events that say when they happened. Figures: the domain's test cases, backfill.</summary>
public abstract class EventClockTests(ClockedApi api) : EventTopic(api)
{
    [Fact]
    public async Task A_trusted_event_counts_in_the_periods_of_its_own_day()
    {
        var (domain, name) = (Unique("acme"), Unique("export"));
        var before = api.Clock.GetUtcNow();
        await SendAsync(Production, Track(name, domain));
        // The clock stands on a Friday, the 20th; Thursday is of the same week and month.
        var yesterday = before.AddDays(-1);

        var sent = await SendAsync(
            Production,
            Track(name, domain, quantity: 50) with
            {
                SentAt = yesterday,
                TrustedClientClock = true,
            }
        );

        Assert.Equal(yesterday, sent.CapturedAt);
        Assert.Equal(1, await CounterAsync(Production, domain, name, MetricPeriod.CurrentDay));
        Assert.Equal(51, await CounterAsync(Production, domain, name, MetricPeriod.CurrentWeek));
        Assert.Equal(51, await CounterAsync(Production, domain, name, MetricPeriod.CurrentMonth));
        Assert.Equal(51, await CounterAsync(Production, domain, name));
        // Never moved back.
        Assert.Equal(before, (await CompanyAsync(Production, domain)).LastSeenAt);
    }

    [Fact]
    public async Task The_past_is_imported_into_the_chart_and_into_nothing_else()
    {
        var (domain, name) = (Unique("acme"), Unique("export"));
        var feature = await NewFeatureAsync(Production, name);
        await SendAsync(Production, Track(name, domain));
        var company = await CompanyAsync(Production, domain);
        var at = new DateTimeOffset(2026, 1, 15, 9, 0, 0, TimeSpan.Zero);

        await SendAsync(Production, Track(name, domain, quantity: 1000) with { SentAt = at, Backfill = true });

        Assert.Equal(1, await CounterAsync(Production, domain, name, MetricPeriod.CurrentMonth));
        Assert.Equal(1001, await CounterAsync(Production, domain, name));
        Assert.Equal(company.LastSeenAt, (await CompanyAsync(Production, domain)).LastSeenAt);
        var row = Assert.Single(
            (
                await Production.Insights.ListFeatureUsageHistoryAsync(
                    new FeatureUsageHistoryQuery
                    {
                        FeatureIds = [feature.Id],
                        StartTime = at,
                        EndTime = at.AddHours(1),
                        Granularity = TimeSeriesGranularity.Hourly,
                    },
                    Cancellation
                )
            ).Data
        );
        Assert.Equal(
            (company.Id, 1000, at, at.AddHours(1)),
            (row.CompanyId, row.Usage, row.PeriodStart, row.PeriodEnd)
        );
    }

    [Fact]
    public async Task An_imported_company_was_seen_when_its_event_was()
    {
        var domain = Unique("acme");
        var at = new DateTimeOffset(2026, 1, 15, 9, 0, 0, TimeSpan.Zero);

        await SendAsync(Production, Track("x", domain) with { SentAt = at, Backfill = true });

        Assert.Equal(at, (await CompanyAsync(Production, domain)).LastSeenAt);
    }

    [Fact]
    public async Task A_key_counts_again_after_a_day()
    {
        await using var server = await ApiServer.StartAsync(
            Api.Provider,
            new ApiServerOptions { Clock = new TestClock() }
        );
        var (domain, name) = (Unique("acme"), Unique("export"));
        var clock = (TestClock)server.Services.GetService(typeof(TimeProvider))!;
        var body = Track(name, domain) with { IdempotencyKey = "once" };
        await server.Gateway().Events.CreateAsync(body, Cancellation);

        clock.Jump(TimeSpan.FromHours(23.99));
        await server.Gateway().Events.CreateAsync(body, Cancellation);
        Assert.Equal(1, await CounterAsync(server.Gateway(), domain, name));

        clock.Jump(TimeSpan.FromHours(0.01));
        await server.Gateway().Events.CreateAsync(body, Cancellation);
        Assert.Equal(2, await CounterAsync(server.Gateway(), domain, name));
    }
}

/// <summary>A server whose clock stands still.</summary>
public abstract class ClockedApi(DatabaseProvider provider) : ApiFixture(provider)
{
    public TestClock Clock { get; } = new();

    protected override ApiServerOptions Options => new() { Clock = Clock };
}

public sealed class ClockedSqliteApi() : ClockedApi(DatabaseProvider.Sqlite);

public sealed class ClockedPostgreSqlApi() : ClockedApi(DatabaseProvider.PostgreSql);

public sealed class EventClockTestsOnSqlite(ClockedSqliteApi api)
    : EventClockTests(api),
        IClassFixture<ClockedSqliteApi>;

public sealed class EventClockTestsOnPostgreSql(ClockedPostgreSqlApi api)
    : EventClockTests(api),
        IClassFixture<ClockedPostgreSqlApi>;
