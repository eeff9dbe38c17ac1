using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Schematic.Api.Environments;
using Schematic.Api.Events;
using Schematic.Api.Events.Capture;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Sql;
using Schematic.Contracts.Events;
using Schematic.Testing.Hosting;
using Schematic.Testing.Time;
using DatabaseProvider = Schematic.Testing.Databases.DatabaseProvider;

namespace Schematic.Api.Tests.Events;

public abstract class EventRetentionTests(DatabaseProvider provider)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Old_events_and_expired_keys_go_and_what_they_counted_stays()
    {
        var clock = new TestClock();
        await using var server = await ApiServer.StartAsync(
            provider,
            new ApiServerOptions
            {
                Clock = clock,
                Settings = new Dictionary<string, string?> { ["Events:RetentionDays"] = "60" },
            }
        );
        await SendAsync(server, 500, "once");

        clock.Jump(TimeSpan.FromDays(40));
        await SendAsync(server, 1, null);
        await server.Services.GetRequiredService<EventRetention>().RunAsync(Cancellation);
        Assert.Equal((501, 0), await CountAsync(server));

        // Two months and a whole one more: a month goes when its last day is old enough.
        clock.Jump(TimeSpan.FromDays(52));
        await server.Services.GetRequiredService<EventRetention>().RunAsync(Cancellation);

        Assert.Equal((1, 0), await CountAsync(server));
        var summary = Assert.Single(
            (await server.Gateway().Events.ListTypesAsync(new EventTypesQuery(), Cancellation)).Data
        );
        Assert.Equal(501, summary.EventCount);
    }

    [Fact]
    public async Task All_events_are_kept_where_retention_is_off()
    {
        await using var server = await ApiServer.StartAsync(
            provider,
            new ApiServerOptions { Settings = new Dictionary<string, string?> { ["Events:RetentionDays"] = "off" } }
        );
        await SendAsync(server, 3, null);
        // By a clock of its own: that of the server would have every timer tick for years.
        await new EventRetention(
            server.Services.GetRequiredService<IDatabase>(),
            server.Services.GetRequiredService<EventOptions>(),
            new TestClock(DateTimeOffset.UtcNow.AddDays(2000)),
            NullLogger<EventRetention>.Instance
        ).RunAsync(Cancellation);
        await SendAsync(server, 1, null);

        Assert.Equal((4, 0), await CountAsync(server));
    }

    [Fact]
    public async Task A_retention_that_a_senders_clock_outlives_is_refused()
    {
        var refusal = await Assert.ThrowsAnyAsync<Exception>(() =>
            ApiServer.StartAsync(
                provider,
                new ApiServerOptions { Settings = new Dictionary<string, string?> { ["Events:RetentionDays"] = "34" } }
            )
        );

        Assert.Contains("Events:RetentionDays", refusal.Message, StringComparison.Ordinal);
    }

    protected static async Task SendAsync(ApiServer server, int count, string? key) =>
        await server
            .Gateway()
            .Events.CreateBatchAsync(
                new CreateEventBatchRequestBody
                {
                    Events =
                    [
                        .. Enumerable
                            .Range(0, count)
                            .Select(i => new CreateEventRequestBody
                            {
                                EventType = EventType.Track,
                                Body = System.Text.Json.JsonSerializer.SerializeToElement(new { @event = "export" }),
                                IdempotencyKey = key is null ? null : $"{key}-{i}",
                            }),
                    ],
                },
                Cancellation
            );

    private static async Task<(int Events, int Keys)> CountAsync(ApiServer server)
    {
        var database = server.Services.GetRequiredService<IDatabase>();
        await using var account = database.OpenAccount();
        var (events, keys) = (0, 0);
        foreach (var seq in await account.Environments.Select(row => row.Seq).ToListAsync(Cancellation))
        {
            await using var db = database.Open(seq);
            events += await db.Events.CountAsync(Cancellation);
            keys += await db.IdempotencyKeys.CountAsync(Cancellation);
        }

        return (events, keys);
    }
}

public sealed class EventRetentionTestsOnSqlite() : EventRetentionTests(DatabaseProvider.Sqlite);

public sealed class EventRetentionTestsOnPostgreSql() : EventRetentionTests(DatabaseProvider.PostgreSql)
{
    [Fact]
    public async Task Months_are_partitions_that_are_made_ahead_take_what_is_theirs_and_are_dropped()
    {
        await using var server = await ApiServer.StartAsync(DatabaseProvider.PostgreSql);
        var now = DateTimeOffset.UtcNow;
        string Month(int ahead) => $"events_{now.AddMonths(ahead):yyyy_MM}";
        // A year back, this month and two ahead, and the one for what no month was made for.
        var made = await PartitionsAsync(server);
        Assert.Equal(Month(-12), made.Where(static name => name != "events_default").Min());
        Assert.Contains(Month(2), made);
        Assert.DoesNotContain(Month(3), made);

        // Nobody made this month, and another is long over. The server's own round would mend that too early.
        var retention = server.Services.GetRequiredService<EventRetention>();
        await retention.StopAsync(TestContext.Current.CancellationToken);
        await ExecuteAsync(server, $"DROP TABLE {Month(0)}");
        await ExecuteAsync(
            server,
            "CREATE TABLE events_2020_01 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2020-02-01')"
        );
        await SendAsync(server, 3, null);
        Assert.Equal(3, await RowsAsync(server, "events_default"));
        await retention.RunAsync(TestContext.Current.CancellationToken);

        Assert.Equal((0, 3), (await RowsAsync(server, "events_default"), await RowsAsync(server, Month(0))));
        Assert.DoesNotContain("events_2020_01", await PartitionsAsync(server));
    }

    private static async Task ExecuteAsync(ApiServer server, string sql)
    {
        await using var db = server.Services.GetRequiredService<IDatabase>().OpenAccount();
        await db.ExecuteAsync(new SqlText($"{new SqlLiteral(sql)}"), TestContext.Current.CancellationToken);
    }

    private static async Task<List<string>> PartitionsAsync(ApiServer server)
    {
        await using var db = server.Services.GetRequiredService<IDatabase>().OpenAccount();
        return await db.QueryAsync(
            new SqlText($"SELECT inhrelid::regclass::text FROM pg_inherits WHERE inhparent = 'events'::regclass"),
            static row => row.GetString(0),
            TestContext.Current.CancellationToken
        );
    }

    private static async Task<long> RowsAsync(ApiServer server, string table)
    {
        await using var db = server.Services.GetRequiredService<IDatabase>().OpenAccount();
        return await db.ScalarAsync<long>(
            new SqlText($"SELECT count(*) FROM {new SqlLiteral(table)}"),
            TestContext.Current.CancellationToken
        );
    }
}
