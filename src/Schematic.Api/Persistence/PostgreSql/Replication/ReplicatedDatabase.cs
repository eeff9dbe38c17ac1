using Npgsql;
using Schematic.Api.Persistence.Changes;
using Schematic.Api.Persistence.Sql;

namespace Schematic.Api.Persistence.PostgreSql.Replication;

/// <summary>
/// PostgreSQL with a streaming replica, which serves the lists that it can serve as the primary would have: nobody is
/// shown less than this process has written, and no failure of the replica is anybody's answer. See docs/adr/0019.
/// </summary>
internal sealed partial class ReplicatedDatabase : IDatabase
{
    private readonly PostgreSqlDatabase _primary;
    private readonly Replica _replica;
    private readonly ReplayProgress _progress;
    private readonly ILogger<ReplicatedDatabase> _logger;

    public ReplicatedDatabase(
        PostgreSqlDatabase primary,
        Replica replica,
        ReplayProgress progress,
        ChangeFeed feed,
        ILogger<ReplicatedDatabase> logger
    )
    {
        (_primary, _replica, _progress, _logger) = (primary, replica, progress, logger);
        // What other instances have written, as far as the feed tells of it.
        feed.Follow(progress);
    }

    public SqlDialect Dialect => _primary.Dialect;

    public int WritersAtOnce => _primary.WritersAtOnce;

    public DatabasePatience Patience => _primary.Patience;

    public DateTimeOffset? LostSince => _primary.LostSince;

    public SchematicDb Open(int environmentSeq) => _primary.Open(environmentSeq);

    public async Task<T> ListAsync<T>(
        int environmentSeq,
        ListedRows rows,
        Func<SchematicDb, CancellationToken, Task<T>> work,
        CancellationToken cancellationToken
    )
    {
        if (_replica.TryOpen(environmentSeq, rows, out var replicated, out var lost))
        {
            try
            {
                using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lost);
                await using (replicated)
                    return await work(replicated, limit.Token);
            }
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
            {
                // Whatever it was, the primary has the last word: also on what is not found, which may be new.
                var isLoss = IsLoss(failure);
                Log.AskedPrimary(_logger, isLoss ? LogLevel.Information : LogLevel.Debug, failure.Message);
                // Until the replica is seen again, no other list tries.
                if (isLoss)
                    await _replica.SuspendAsync();
            }
        }

        await using var db = _primary.Open(environmentSeq);
        return await work(db, cancellationToken);
    }

    public async Task<T> WriteAsync<T>(
        int environmentSeq,
        Func<SchematicDb, CancellationToken, Task<T>> work,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await _primary.WriteAsync(environmentSeq, work, cancellationToken);
        }
        finally
        {
            // A commit that fails may have taken place all the same.
            _progress.NoteWrite(environmentSeq);
        }
    }

    public Task MigrateAsync(CancellationToken cancellationToken) => _primary.MigrateAsync(cancellationToken);

    public Task CloseAsync(CancellationToken cancellationToken) => _primary.CloseAsync(cancellationToken);

    // A query that stood in the way of replaying, or took too long, says nothing of the next one.
    private static bool IsLoss(Exception failure) =>
        (failure as NpgsqlException ?? failure.InnerException as NpgsqlException) switch
        {
            null => false,
            PostgresException told => told.SqlState.StartsWith("57P", StringComparison.Ordinal)
                || told.SqlState.StartsWith("53", StringComparison.Ordinal),
            _ => true,
        };

    private static partial class Log
    {
        [LoggerMessage(Message = "A list was read from the primary after all: {Reason}")]
        public static partial void AskedPrimary(ILogger logger, LogLevel level, string reason);
    }
}
