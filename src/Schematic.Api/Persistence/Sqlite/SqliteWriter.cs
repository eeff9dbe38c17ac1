using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Schematic.Api.Persistence.Changes;

namespace Schematic.Api.Persistence.Sqlite;

/// <summary>
/// All writing goes through this one loop, which gathers waiting work into a shared transaction so that many answers
/// pay for one fsync (group commit). One that fails takes back only its own changes.
/// </summary>
internal sealed partial class SqliteWriter : IAsyncDisposable
{
    private const int MaxGroup = 256;

    private readonly Channel<SqliteWrite> _jobs = Channel.CreateBounded<SqliteWrite>(
        new BoundedChannelOptions(4096) { SingleReader = true }
    );
    private readonly SqliteConnection _connection;
    private readonly ChangeFeed _feed;
    private readonly ILogger _logger;
    private readonly SqliteCommand _totalChanges;
    private SqliteSchematicDb? _db;
    private Task? _loop;

    /// <param name="feed">Told after a commit and before its answers.</param>
    public SqliteWriter(SqliteConnection connection, ChangeFeed feed, ILogger logger)
    {
        (_connection, _feed, _logger) = (connection, feed, logger);
        _totalChanges = new SqliteCommand("SELECT total_changes()", connection);
    }

    /// <param name="db">The context that every write is given; disposed of with this.</param>
    public void Start(SqliteSchematicDb db)
    {
        _db = db;
        _loop = Task.Run(RunAsync, CancellationToken.None);
    }

    public async Task<T> WriteAsync<T>(SqliteWrite<T> write, CancellationToken cancellationToken)
    {
        await _jobs.Writer.WriteAsync(write, cancellationToken);
        return await write.Answered;
    }

    /// <summary>Ends the writes already accepted; nothing new is taken.</summary>
    public async Task CloseAsync(CancellationToken cancellationToken)
    {
        _jobs.Writer.TryComplete();
        if (_loop is not null)
            await _loop.WaitAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync(CancellationToken.None);
        if (_db is not null)
            await _db.DisposeAsync();
        await _totalChanges.DisposeAsync();
    }

    private async Task RunAsync()
    {
        var group = new List<SqliteWrite>(MaxGroup);
        while (await _jobs.Reader.WaitToReadAsync())
        {
            group.Clear();
            try
            {
                await RunGroupAsync(group);
            }
            catch (Exception failure)
            {
                // The shared transaction itself failed (disk full, I/O error): none of its work is stored, and each
                // caller is told.
                // A full disk is told of once, by DiskRoom.
                if (!DatabaseFailure.IsDiskFull(failure))
                    Log.CommitFailed(_logger, failure, group.Count);
                foreach (var job in group)
                    job.Fail(failure);
            }

            foreach (var job in group)
                Answer(job);
        }
    }

    // Who takes long to follow a change keeps its caller waiting, not those who write next.
    private void Answer(SqliteWrite job)
    {
        var told = job.Changes is { } changes ? _feed.TellAsync(changes) : Task.CompletedTask;
        if (told.IsCompleted)
            job.Answer();
        else
            _ = told.ContinueWith(
                _ => job.Answer(),
                CancellationToken.None,
                TaskContinuationOptions.None,
                TaskScheduler.Default
            );
    }

    /// <summary>
    /// Runs what waits. Nobody is answered before the shared transaction is committed, not even who is refused: a
    /// refusal ("exists already") may rest on what another job of the group wrote.
    /// </summary>
    /// <param name="group">Receives every job taken from the queue, so that none is left without an answer.</param>
    private async Task RunGroupAsync(List<SqliteWrite> group)
    {
        if (!await TryRunTogetherAsync(group))
            await RunInSavepointsAsync(group);
    }

    // A full disk is nobody's own failure, and SQLite may have taken all of the transaction back by itself.
    //
    // Without savepoints: at each of them FTS5 would write what it has gathered to the disk, a segment for every job.
    private async Task<bool> TryRunTogetherAsync(List<SqliteWrite> group)
    {
        if (!TryTake(group, out var job))
            return true;
        await using var transaction = await BeginAsync();
        do
        {
            var changes = await TotalChangesAsync(transaction);
            try
            {
                await RunAsync(job);
            }
            catch (Exception failure) when (!DatabaseFailure.IsDiskFull(failure))
            {
                // What failed after writing has to be taken back, and the others with it, which then run again.
                if (await TotalChangesAsync(transaction) != changes)
                    return false;
                job.Fail(failure);
            }
        } while (group.Count < MaxGroup && TryTake(group, out job));

        await transaction.CommitAsync();
        return true;
    }

    private async Task RunInSavepointsAsync(List<SqliteWrite> group)
    {
        await using var transaction = await BeginAsync();
        foreach (var job in group)
        {
            await transaction.SaveAsync("job");
            try
            {
                await RunAsync(job);
            }
            catch (Exception failure) when (!DatabaseFailure.IsDiskFull(failure))
            {
                await transaction.RollbackAsync("job");
                job.Fail(failure);
            }

            await transaction.ReleaseAsync("job");
        }

        await transaction.CommitAsync();
    }

    private bool TryTake(List<SqliteWrite> group, [NotNullWhen(true)] out SqliteWrite? job)
    {
        while (_jobs.Reader.TryRead(out job))
        {
            if (!job.IsAbandoned)
            {
                group.Add(job);
                return true;
            }

            job.Abandon();
        }

        return false;
    }

    // One context for all: a new one would register EF's functions again, upon which SQLite parses every statement
    // anew.
    private async Task RunAsync(SqliteWrite job)
    {
        _db!.EnvironmentSeq = job.EnvironmentSeq;
        try
        {
            await job.RunAsync(_db);
        }
        finally
        {
            _db.ChangeTracker.Clear();
        }
    }

    private async Task<SqliteTransaction> BeginAsync()
    {
        var transaction = _connection.BeginTransaction(deferred: false);
        await _db!.Database.UseTransactionAsync(null);
        await _db.Database.UseTransactionAsync(transaction);
        return transaction;
    }

    private async Task<long> TotalChangesAsync(SqliteTransaction transaction)
    {
        _totalChanges.Transaction = transaction;
        return (long)(await _totalChanges.ExecuteScalarAsync())!;
    }

    private static partial class Log
    {
        [LoggerMessage(
            Level = LogLevel.Error,
            Message = "A transaction of {Count} writes could not be committed; none of them is stored"
        )]
        public static partial void CommitFailed(ILogger logger, Exception failure, int count);
    }
}
