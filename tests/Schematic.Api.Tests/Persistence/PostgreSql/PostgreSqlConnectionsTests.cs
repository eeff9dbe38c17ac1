using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text;
using Npgsql;
using Schematic.Testing.Databases;
using Schematic.Testing.Hosting;
using Schematic.Testing.Processes;
using DatabaseProvider = Schematic.Testing.Databases.DatabaseProvider;
using Keys = Schematic.Testing.Hosting.ApiKeys;

namespace Schematic.Api.Tests.Persistence.PostgreSql;

/// <summary>Two servers are named: the primary dies while callers write, and its replica takes over.</summary>
public sealed class PostgreSqlConnectionsTests
{
    private const int Writers = 8;

    // Five seconds are promised; the rest is for a machine that runs other tests as well.
    private static readonly TimeSpan Promised = TimeSpan.FromSeconds(5 + 3);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public Task The_server_goes_on_without_a_restart_and_has_lost_nothing_it_answered() => FailOverAsync(rounds: 1);

    [Fact]
    [Trait("Category", "Long")]
    public Task Twenty_times_over() => FailOverAsync(rounds: 20);

    private static async Task FailOverAsync(int rounds)
    {
        for (var round = 0; round < rounds; round++)
        {
            await using var pair = await StreamingReplica.StartAsync(Cancellation);
            var (primary, replica) = await pair.CreateDatabaseAsync(Cancellation);
            await MakeSynchronousAsync(pair, primary);
            await using var server = await ApiServer.StartAsync(
                DatabaseProvider.PostgreSql,
                new ApiServerOptions
                {
                    Settings = new Dictionary<string, string?>
                    {
                        ["ConnectionStrings:Schematic"] = Both(primary, replica),
                        ["Database:AnswerWithinSeconds"] = "3",
                    },
                }
            );
            await FailOverAsync(server, pair, replica);
        }
    }

    private static async Task FailOverAsync(ApiServer server, StreamingReplica pair, string replica)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var stored = new ConcurrentQueue<string>();
        var writing = Enumerable.Range(0, Writers).Select(writer => WriteAsync(server, stored, end.Token)).ToList();
        await Poll.UntilAsync(
            "writes to be answered",
            TimeSpan.FromSeconds(20),
            () => Task.FromResult(stored.Count < 50 ? $"{stored.Count}" : null),
            Cancellation
        );

        await pair.Primary.StopAsync();
        var since = Stopwatch.GetTimestamp();
        var before = stored.Count;
        await pair.Replica.ExecuteAsync("SELECT pg_promote()", Cancellation);
        await Poll.UntilAsync(
            "writes to be answered again",
            Promised,
            () => Task.FromResult(stored.Count < before + 50 ? $"{stored.Count - before}" : null),
            Cancellation
        );
        var took = Stopwatch.GetElapsedTime(since).TotalSeconds;
        TestContext.Current.SendDiagnosticMessage($"Writes went on {took:0.0} s after the primary died.");
        await end.CancelAsync();
        await Task.WhenAll(writing);

        Assert.Empty(await MissingAsync(replica, [.. stored]));
        var list = await server.SendAsync("GET", "/companies?limit=1", null, Keys.Production);
        Assert.Equal(HttpStatusCode.OK, list.Status);
    }

    private static async Task WriteAsync(ApiServer server, ConcurrentQueue<string> stored, CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            var name = $"company-{Guid.NewGuid():n}";
            var body = Encoding.UTF8.GetBytes($$$"""{"keys":{"domain":"{{{name}}}"}}""");
            var reply = await server.SendAsync("POST", "/companies", body, Keys.Production);
            if (reply.Status == HttpStatusCode.OK)
                stored.Enqueue(name);
            else
                Assert.True(
                    reply.Status is HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout,
                    $"{reply.Status} {reply.Text}"
                );
        }
    }

    private static async Task<IReadOnlyList<string>> MissingAsync(string address, string[] stored)
    {
        await using var source = NpgsqlDataSource.Create(address);
        await using var command = source.CreateCommand(
            "SELECT array_agg(name) FROM unnest($1) AS name WHERE name NOT IN (SELECT value FROM entity_keys)"
        );
        command.Parameters.Add(new NpgsqlParameter { Value = stored });
        return await command.ExecuteScalarAsync(Cancellation) as string[] ?? [];
    }

    // The test's servers do not wait for disks; these wait for the replica.
    private static async Task MakeSynchronousAsync(StreamingReplica pair, string primary)
    {
        var database = new NpgsqlConnectionStringBuilder(primary).Database;
        await pair.Primary.ExecuteAsync($"ALTER DATABASE {database} SET synchronous_commit = on", Cancellation);
        await pair.Primary.ExecuteAsync("ALTER SYSTEM SET synchronous_standby_names = '*'", Cancellation);
        await pair.Primary.ExecuteAsync("SELECT pg_reload_conf()", Cancellation);
        await Poll.UntilAsync(
            "the replica to be synchronous",
            TimeSpan.FromSeconds(20),
            async () =>
                await pair.Primary.ExecuteAsync("SELECT sync_state FROM pg_stat_replication", Cancellation)
                    is string state
                && state == "sync"
                    ? null
                    : "not yet",
            Cancellation
        );
    }

    private static string Both(string primary, string replica)
    {
        var (first, second) = (new NpgsqlConnectionStringBuilder(primary), new NpgsqlConnectionStringBuilder(replica));
        first.Host = $"{first.Host}:{first.Port},{second.Host}:{second.Port}";
        first.Remove("Port");
        return first.ConnectionString;
    }
}
