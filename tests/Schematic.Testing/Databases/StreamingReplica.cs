using Npgsql;
using Schematic.Testing.Processes;

namespace Schematic.Testing.Databases;

/// <summary>A PostgreSQL of its own with a streaming replica, for tests that stop and pause it.</summary>
public sealed class StreamingReplica : IAsyncDisposable
{
    private StreamingReplica(PostgreSqlServer primary, PostgreSqlServer replica) =>
        (Primary, Replica) = (primary, replica);

    public PostgreSqlServer Primary { get; }

    public PostgreSqlServer Replica { get; }

    public static async Task<StreamingReplica> StartAsync(CancellationToken cancellationToken)
    {
        var primary = await PostgreSqlServer.CreateAsync(cancellationToken);
        try
        {
            return new StreamingReplica(primary, await primary.CreateReplicaAsync(cancellationToken));
        }
        catch
        {
            await primary.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// Makes an empty database on both, and returns the addresses of it on the primary and the replica.
    /// </summary>
    public async Task<(string Primary, string Replica)> CreateDatabaseAsync(CancellationToken cancellationToken)
    {
        var name = $"test_{Guid.NewGuid():n}";
        await Primary.ExecuteAsync($"CREATE DATABASE {name}", cancellationToken);
        await Poll.UntilAsync(
            "the replica to have the database",
            TimeSpan.FromSeconds(20),
            async () =>
                await Replica.ExecuteAsync($"SELECT 1 FROM pg_database WHERE datname = '{name}'", cancellationToken)
                    is null
                    ? "it has not"
                    : null,
            cancellationToken
        );
        return (Address(Primary, name), Address(Replica, name));
    }

    /// <summary>The replica goes on receiving, and shows nothing new.</summary>
    public async Task PauseAsync(CancellationToken cancellationToken)
    {
        await Replica.ExecuteAsync("SELECT pg_wal_replay_pause()", cancellationToken);
        await Poll.UntilAsync(
            "the replica to pause",
            TimeSpan.FromSeconds(20),
            async () =>
                await Replica.ExecuteAsync("SELECT pg_get_wal_replay_pause_state()", cancellationToken)
                    is string state
                        and not "paused"
                    ? state
                    : null,
            cancellationToken
        );
    }

    public Task ResumeAsync(CancellationToken cancellationToken) =>
        Replica.ExecuteAsync("SELECT pg_wal_replay_resume()", cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await Replica.DisposeAsync();
        await Primary.DisposeAsync();
    }

    private static string Address(PostgreSqlServer server, string database) =>
        new NpgsqlConnectionStringBuilder(server.ConnectionString)
        {
            Database = database,
            Pooling = true,
            MaxPoolSize = 20,
        }.ConnectionString;
}
