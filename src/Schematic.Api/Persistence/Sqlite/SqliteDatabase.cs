using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Schematic.Api.Hosting;
using Schematic.Api.Persistence.Sql;

namespace Schematic.Api.Persistence.Sqlite;

/// <summary>
/// SQLite in WAL mode. Readers have a pool of connections; all writing goes through one connection and one loop, which
/// gathers waiting work into a shared transaction so that many answers pay for one fsync (group commit). One that fails
/// takes back only its own changes.
/// </summary>
internal sealed partial class SqliteDatabase : IDatabase, IAsyncDisposable
{
    private const int MaxGroup = 256;
    private static readonly Version OldestVersion = new(3, 35);

    private readonly Channel<Job> _jobs = Channel.CreateBounded<Job>(
        new BoundedChannelOptions(4096) { SingleReader = true }
    );
    private readonly SqliteReaders _readers;
    private readonly SqliteConnection _writeConnection;
    private readonly DbContextOptions<SqliteSchematicDb> _writeOptions;
    private readonly CommandCache _commands;
    private readonly SqliteCommand _totalChanges;
    private readonly ILogger<SqliteDatabase> _logger;
    private SqliteSchematicDb? _writer;
    private Task? _loop;
    private FileStream? _inUse;

    public SqliteDatabase(DatabaseOptions options, ILogger<SqliteDatabase> logger)
    {
        _logger = logger;
        var connection = new SqliteConnectionStringBuilder(options.ConnectionString)
        {
            ForeignKeys = true,
            Pooling = false,
        }.ToString();
        _readers = new SqliteReaders(connection);
        _writeConnection = new SqliteConnection(connection);
        _writeOptions = new DbContextOptionsBuilder<SqliteSchematicDb>().UseSqlite(_writeConnection).Options;
        _commands = new CommandCache(_writeConnection);
        _totalChanges = new SqliteCommand("SELECT total_changes()", _writeConnection);
    }

    public event Action<CommittedChanges>? Committed;

    public SqlDialect Dialect => SqlDialect.Sqlite;

    public bool IsShared => false;

    public SchematicDb Open(int environmentSeq) => _readers.Open(environmentSeq);

    public async Task<T> WriteAsync<T>(
        int environmentSeq,
        Func<SchematicDb, CancellationToken, Task<T>> work,
        CancellationToken cancellationToken
    )
    {
        var job = new Job<T>(environmentSeq, work, cancellationToken);
        await _jobs.Writer.WriteAsync(job, cancellationToken);
        return await job.Answered;
    }

    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        _inUse = LockFolder(_writeConnection.DataSource);
        await _writeConnection.OpenAsync(cancellationToken);
        var version = Version.Parse(_writeConnection.ServerVersion);
        if (version < OldestVersion)
            throw new InvalidOperationException(
                $"SQLite {version} is too old: {OldestVersion} or newer is needed. Install a newer libsqlite3."
            );
        Log.Opened(_logger, _writeConnection.DataSource, version);
        // synchronous=FULL: a commit is on the disk before it is answered, also when the power goes.
        await PragmaAsync(
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-65536; PRAGMA temp_store=MEMORY; PRAGMA busy_timeout=5000",
            cancellationToken
        );
        await using (var db = new SqliteSchematicDb(_writeOptions))
        {
            // EF's own migration lock is a row, which a killed process leaves behind for ever; the file lock is what counts here.
            await PragmaAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancellationToken);
            await db.Database.MigrateAsync(cancellationToken);
        }

        _writer = new SqliteSchematicDb(_writeOptions) { Commands = _commands };
        _writer.Database.AutoSavepointsEnabled = false;
        _loop = Task.Run(RunAsync, CancellationToken.None);
    }

    public async Task CloseAsync(CancellationToken cancellationToken)
    {
        _jobs.Writer.TryComplete();
        if (_loop is not null)
            await _loop.WaitAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        _jobs.Writer.TryComplete();
        if (_loop is not null)
            await _loop;
        if (_writer is not null)
            await _writer.DisposeAsync();
        _commands.Dispose();
        await _totalChanges.DisposeAsync();
        await _writeConnection.DisposeAsync();
        if (_inUse is not null)
            await _inUse.DisposeAsync();
        _readers.Dispose();
    }

    private async Task RunAsync()
    {
        var group = new List<Job>(MaxGroup);
        while (await _jobs.Reader.WaitToReadAsync())
        {
            group.Clear();
            try
            {
                await RunGroupAsync(group);
            }
            catch (Exception failure)
            {
                // The shared transaction itself failed (disk full, I/O error): none of its work is stored, and each caller is told.
                Log.CommitFailed(_logger, failure, group.Count);
                foreach (var job in group)
                    job.Fail(failure);
            }

            foreach (var job in group)
            {
                if (job.Changes is { } changes)
                    Committed?.Invoke(changes);
                job.Answer();
            }
        }
    }

    /// <summary>
    /// Runs what waits. Nobody is answered before the shared transaction is committed, not even who is refused: a refusal
    /// ("exists already") may rest on what another job of the group wrote.
    /// </summary>
    /// <param name="group">Receives every job taken from the queue, so that none is left without an answer.</param>
    private async Task RunGroupAsync(List<Job> group)
    {
        if (!await TryRunTogetherAsync(group))
            await RunInSavepointsAsync(group);
    }

    // Without savepoints: at each of them FTS5 would write what it has gathered to the disk, a segment for every job.
    private async Task<bool> TryRunTogetherAsync(List<Job> group)
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
            catch (Exception failure)
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

    private async Task RunInSavepointsAsync(List<Job> group)
    {
        await using var transaction = await BeginAsync();
        foreach (var job in group)
        {
            await transaction.SaveAsync("job");
            try
            {
                await RunAsync(job);
            }
            catch (Exception failure)
            {
                await transaction.RollbackAsync("job");
                job.Fail(failure);
            }

            await transaction.ReleaseAsync("job");
        }

        await transaction.CommitAsync();
    }

    private bool TryTake(List<Job> group, [NotNullWhen(true)] out Job? job)
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

    // One context for all: a new one would register EF's functions again, upon which SQLite parses every statement anew.
    private async Task RunAsync(Job job)
    {
        _writer!.EnvironmentSeq = job.EnvironmentSeq;
        try
        {
            await job.RunAsync(_writer);
        }
        finally
        {
            _writer.ChangeTracker.Clear();
        }
    }

    private async Task<SqliteTransaction> BeginAsync()
    {
        var transaction = _writeConnection.BeginTransaction(deferred: false);
        await _writer!.Database.UseTransactionAsync(null);
        await _writer.Database.UseTransactionAsync(transaction);
        return transaction;
    }

    private async Task<long> TotalChangesAsync(SqliteTransaction transaction)
    {
        _totalChanges.Transaction = transaction;
        return (long)(await _totalChanges.ExecuteScalarAsync())!;
    }

    // Released by the system however the process ends.
    private static FileStream LockFolder(string databasePath)
    {
        var path = $"{databasePath}.lock";
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException busy)
        {
            throw new InvalidConfigurationException(
                [
                    $"Data:Path: Another process already uses {databasePath}. Stop it, give this one another Data:Path, or use PostgreSQL to run several.",
                ],
                busy
            );
        }
    }

    private async Task PragmaAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = _writeConnection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private abstract class Job(int environmentSeq)
    {
        public int EnvironmentSeq { get; } = environmentSeq;

        public abstract bool IsAbandoned { get; }

        /// <summary>Of the last run; null where it failed.</summary>
        public abstract CommittedChanges? Changes { get; }

        public abstract Task RunAsync(SchematicDb db);

        /// <summary>Makes <paramref name="failure"/> the answer.</summary>
        public abstract void Fail(Exception failure);

        /// <summary>Tells the caller how the last run ended.</summary>
        public abstract void Answer();

        public abstract void Abandon();
    }

    private sealed class Job<T>(
        int environmentSeq,
        Func<SchematicDb, CancellationToken, Task<T>> work,
        CancellationToken cancellationToken
    ) : Job(environmentSeq)
    {
        private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T _result = default!;
        private Exception? _failure;
        private CommittedChanges? _changes;

        public Task<T> Answered => _answer.Task;

        public override bool IsAbandoned => cancellationToken.IsCancellationRequested;

        // Once begun, work is not cut short: the writer belongs to everyone, and half of it would only be rolled back.
        public override CommittedChanges? Changes => _failure is null ? _changes : null;

        public override async Task RunAsync(SchematicDb db)
        {
            _failure = null;
            db.Changes = _changes = new CommittedChanges();
            _result = await work(db, CancellationToken.None);
        }

        public override void Fail(Exception failure) => _failure = failure;

        public override void Answer()
        {
            if (_failure is null)
                _answer.SetResult(_result);
            else
                _answer.SetException(_failure);
        }

        public override void Abandon() => _answer.TrySetCanceled(cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "SQLite {Version} at {Path}")]
        public static partial void Opened(ILogger logger, string path, Version version);

        [LoggerMessage(
            Level = LogLevel.Error,
            Message = "A transaction of {Count} writes could not be committed; none of them is stored"
        )]
        public static partial void CommitFailed(ILogger logger, Exception failure, int count);
    }
}
