using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Schematic.Api.Entities;
using Schematic.Api.Environments;
using Schematic.Api.Events.Capture;
using Schematic.Api.Http;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Sql;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Events;
using Schematic.Gateway.Http;
using Schematic.Testing.Hosting;
using Schematic.Testing.Processes;
using DatabaseProvider = Schematic.Testing.Databases.DatabaseProvider;

namespace Schematic.Api.Tests.Events.Capture;

public abstract class EventQueueTests(ApiFixture api) : EventTopic(api)
{
    [Fact]
    public async Task A_poison_event_is_set_aside_and_costs_the_others_nothing()
    {
        var (queue, seq) = await QueueAsync();
        var name = Unique("export");
        var poison = Received(name) with
        {
            Company = new EntityChange
            {
                EntityType = EntityType.Company,
                Keys = new Dictionary<string, string> { ["domain"] = null! },
                GetOrCreate = true,
            },
        };

        var outcomes = await queue.ApplyAsync(seq, [Received(name), poison, Received(name)]);
        var alone = await queue.ApplyAsync(seq, [Received(name)]);

        Assert.Equal([false, true, false], outcomes.Select(static outcome => outcome.Error is not null));
        Assert.Null(alone[0].Error);
        var stored = (await Production.Events.ListAsync(new EventsQuery { EventSubtype = name }, Cancellation)).Data;
        Assert.Equal(4, stored.Count);
        Assert.Equal(outcomes[1].EventId, Assert.Single(stored, static one => one.Status == EventStatus.Failed).Id);
    }

    [Fact]
    public async Task What_cannot_be_held_is_told_to_come_again_and_what_waits_is_stored()
    {
        var (queue, seq) = await QueueAsync();
        var name = Unique("export");
        var database = Server.Services.GetRequiredService<IDatabase>();
        var release = new TaskCompletionSource();
        var isHeld = new TaskCompletionSource();
        var held = database.WriteAsync(
            seq,
            async (db, token) =>
            {
                await db.HoldUpWritersAsync(new SqlLiteral("usage"), token);
                isHeld.TrySetResult();
                await release.Task;
            },
            Cancellation
        );
        await isHeld.Task;

        var waiting = new List<Task<IReadOnlyList<EventOutcome>>>();
        for (var count = 0; count <= EventQueue.MaxWaiting; count += 1000)
            waiting.Add(queue.ApplyAsync(seq, [.. Enumerable.Range(0, 1000).Select(_ => Received(name))]));
        var shed = await Assert.ThrowsAsync<ApiException>(() => queue.ApplyAsync(seq, [Received(name)]));
        var answer = await SendAsync("POST", "/events", """{"event_type":"track","body":{"event":"x"}}""");
        release.SetResult();
        await held;

        Assert.Equal(503, shed.Status);
        Assert.Equal(
            (HttpStatusCode.ServiceUnavailable, 1),
            (answer.Status, answer.Headers.RetryAfter?.Delta?.TotalSeconds)
        );
        AssertSentence(answer.Error);
        Assert.Equal(waiting.Count * 1000, (await Task.WhenAll(waiting)).Sum(static outcomes => outcomes.Count));
        var summary = (
            await Production.Events.ListTypesAsync(new EventTypesQuery { EventSubtypes = [name] }, Cancellation)
        ).Data;
        Assert.Equal(waiting.Count * 1000, Assert.Single(summary).EventCount);
    }

    [Fact]
    public async Task While_the_database_stores_nothing_nothing_is_acknowledged_and_it_goes_on_by_itself()
    {
        await using var server = await ApiServer.StartAsync(Api.Provider);
        var gateway = server.Gateway();
        var name = Unique("export");
        await gateway.Events.CreateAsync(Track(name, "acme"), Cancellation);
        await using var fault = await Fault.CauseAsync(server);

        var answer = await server.SendAsync(
            "POST",
            "/event-batch",
            System.Text.Encoding.UTF8.GetBytes(
                $$$"""{"events":[{"event_type":"track","body":{"event":"{{{name}}}","company":{"domain":"acme"}} }]}"""
            ),
            Schematic.Testing.Hosting.ApiKeys.Production
        );
        await fault.EndAsync();
        // Connections that were cut are found out one by one; whoever was refused comes again.
        await Poll.UntilAsync(
            "an event to be stored",
            TimeSpan.FromSeconds(20),
            async () =>
            {
                try
                {
                    await gateway.Events.CreateAsync(
                        Track(name, "acme") with
                        {
                            IdempotencyKey = "after",
                        },
                        Cancellation
                    );
                    return await CounterAsync(gateway, "acme", name) == 2 ? null : "another count";
                }
                catch (GatewayException away) when (away.Status == HttpStatusCode.ServiceUnavailable)
                {
                    return away.Message;
                }
            },
            Cancellation
        );

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.Status);
        Assert.Equal(1, answer.Headers.RetryAfter?.Delta?.TotalSeconds);
        AssertSentence(answer.Error);
    }

    private static ReceivedEvent Received(string name) =>
        new()
        {
            Type = EventType.Track,
            Subtype = name,
            Body = "{}",
            CapturedAt = TimeProvider.System.Now(),
            ReceivedAt = TimeProvider.System.Now(),
        };

    private async Task<(EventQueue Queue, int EnvironmentSeq)> QueueAsync()
    {
        var id = (await Production.ApiKeys.WhoAmIAsync(Cancellation)).Data.EnvironmentId;
        await using var db = Server.Services.GetRequiredService<IDatabase>().OpenAccount();
        return (
            Server.Services.GetRequiredService<EventQueue>(),
            (await db.Environments.SingleAsync(row => row.Id == id, Cancellation)).Seq
        );
    }

    /// <summary>A SQLite file that somebody else holds; PostgreSQL that lets nobody in.</summary>
    private sealed class Fault(Func<Task> end) : IAsyncDisposable
    {
        private bool _isOver;

        public static async Task<Fault> CauseAsync(ApiServer server)
        {
            if (server.Provider == DatabaseProvider.PostgreSql)
                return await CloseAsync(server);
            var other = new SqliteConnection(
                $"Data Source={Path.Combine(server.DataPath, "schematic.db")};Pooling=False"
            );
            await other.OpenAsync(Cancellation);
            // Somebody else writes and does not come to an end.
            var transaction = other.BeginTransaction(deferred: false);
            return new Fault(async () =>
            {
                await transaction.DisposeAsync();
                await other.DisposeAsync();
            });
        }

        public async ValueTask DisposeAsync() => await EndAsync();

        public async Task EndAsync()
        {
            if (_isOver)
                return;
            _isOver = true;
            await end();
        }

        private static async Task<Fault> CloseAsync(ApiServer server)
        {
            await using var db = server.Services.GetRequiredService<IDatabase>().OpenAccount();
            var connection = new NpgsqlConnectionStringBuilder(db.Database.GetConnectionString());
            var name = connection.Database!;
            (connection.Database, connection.Pooling) = ("postgres", false);
            async Task ExecuteAsync(string sql)
            {
                await using var other = new NpgsqlConnection(connection.ToString());
                await other.OpenAsync(Cancellation);
                await using var command = new NpgsqlCommand(sql, other);
                await command.ExecuteNonQueryAsync(Cancellation);
            }

            await ExecuteAsync($"ALTER DATABASE {name} WITH ALLOW_CONNECTIONS false");
            await ExecuteAsync($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'");
            return new Fault(() => ExecuteAsync($"ALTER DATABASE {name} WITH ALLOW_CONNECTIONS true"));
        }
    }
}

public sealed class EventQueueTestsOnSqlite(SqliteApi api) : EventQueueTests(api), IClassFixture<SqliteApi>;

public sealed class EventQueueTestsOnPostgreSql(PostgreSqlApi api) : EventQueueTests(api), IClassFixture<PostgreSqlApi>;
