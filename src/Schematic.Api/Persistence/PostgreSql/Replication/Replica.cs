using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;
using NpgsqlTypes;

namespace Schematic.Api.Persistence.PostgreSql.Replication;

/// <summary>Connections to the streaming replica, and whether lists may use them.</summary>
internal sealed class Replica : IAsyncDisposable
{
    // Nobody waits longer for a replica before the primary is asked instead.
    private const int SecondsToConnect = 3;

    private readonly NpgsqlDataSource _source;
    private readonly NpgsqlDataSource _watchSource;
    private readonly PooledDbContextFactory<PostgreSqlSchematicDb> _readers;
    private readonly ReplayProgress _progress;

    // Cancelled when the replica is lost, so that no list waits for an answer that will not come. Null while it is.
    private CancellationTokenSource? _use;

    public Replica(DatabaseOptions options, ReplayProgress progress, ILoggerFactory loggers)
    {
        _progress = progress;
        var connection = new NpgsqlConnectionStringBuilder(options.ReplicaConnectionString) { NoResetOnClose = true };
        var given = new DbConnectionStringBuilder { ConnectionString = options.ReplicaConnectionString };
        if (!given.ContainsKey("Max Auto Prepare"))
            connection.MaxAutoPrepare = 200;
        if (!given.ContainsKey("Timeout"))
            connection.Timeout = SecondsToConnect;
        Place = $"{connection.Host}:{connection.Port}";
        _source = new NpgsqlDataSourceBuilder(connection.ToString())
            .UseLoggerFactory(loggers)
            .UsePhysicalConnectionInitializer(RequireProgress, RequireProgressAsync)
            .Build();
        _readers = new(
            new DbContextOptionsBuilder<PostgreSqlSchematicDb>()
                .UseNpgsql(_source)
                .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
                .Options
        );
        connection.CommandTimeout = SecondsToConnect;
        connection.MaxPoolSize = 1;
        _watchSource = new NpgsqlDataSourceBuilder(connection.ToString()).UseLoggerFactory(loggers).Build();
    }

    /// <summary>Host and port.</summary>
    public string Place { get; }

    /// <summary>Opens a context, unless the replica is lost or does not show yet what the list must.</summary>
    /// <param name="lost">Cancelled when the replica is lost.</param>
    public bool TryOpen(
        int environmentSeq,
        ListedRows rows,
        [NotNullWhen(true)] out SchematicDb? db,
        out CancellationToken lost
    )
    {
        (db, lost) = (null, default);
        if (Volatile.Read(ref _use) is not { } use || !_progress.Includes(environmentSeq, rows))
            return false;
        lost = use.Token;
        db = _readers.CreateDbContext();
        db.EnvironmentSeq = environmentSeq;
        return true;
    }

    /// <summary>Lists may use the replica from now on.</summary>
    public void Resume()
    {
        if (Volatile.Read(ref _use) is null)
            Volatile.Write(ref _use, new CancellationTokenSource());
    }

    /// <summary>No list may use the replica until <see cref="Resume"/>; those under way are cancelled.</summary>
    public Task SuspendAsync() => Interlocked.Exchange(ref _use, null)?.CancelAsync() ?? Task.CompletedTask;

    /// <summary>Asks the replica what it is and how far it has come.</summary>
    public async Task<ReplicaState> GetStateAsync(CancellationToken cancellationToken)
    {
        await using var command = _watchSource.CreateCommand(ReplicaState.Select);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        await row.ReadAsync(cancellationToken);
        return ReplicaState.Read(row);
    }

    public async ValueTask DisposeAsync()
    {
        await SuspendAsync();
        await _source.DisposeAsync();
        await _watchSource.DisposeAsync();
    }

    // What the replica shows is known of one run of one server. A connection made later may reach another: one that was
    // started again, and is not as far yet, or one that an address leads to now.
    private void RequireProgress(NpgsqlConnection connection)
    {
        using var command = ProgressCommand(connection);
        Require((bool)command.ExecuteScalar()!);
    }

    private async Task RequireProgressAsync(NpgsqlConnection connection)
    {
        await using var command = ProgressCommand(connection);
        Require((bool)(await command.ExecuteScalarAsync())!);
    }

    private NpgsqlCommand ProgressCommand(NpgsqlConnection connection) =>
        new("SELECT pg_is_in_recovery() AND pg_last_wal_replay_lsn() >= $1", connection)
        {
            Parameters =
            {
                new NpgsqlParameter { Value = _progress.Position, NpgsqlDbType = NpgsqlDbType.PgLsn },
            },
        };

    private static void Require(bool isAsFar)
    {
        if (!isAsFar)
            throw new NpgsqlException("The replica is not as far as it was, or not a replica any more.");
    }
}
