using System.Security.Cryptography;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using Schematic.Api.Persistence.Changes;
using Schematic.Api.Persistence.PostgreSql.Reach;
using Schematic.Api.Persistence.Sql;

namespace Schematic.Api.Persistence.PostgreSql;

/// <summary>
/// PostgreSQL, shared by any number of instances. Races between writers end in a retry, not in an error.
/// </summary>
internal sealed class PostgreSqlDatabase : IDatabase, IAsyncDisposable
{
    private const int MaxAttempts = 10;

    private static readonly TimeSpan ChangesKeptFor = TimeSpan.FromMinutes(2);

    /// <summary>
    /// Whoever changes the schema holds this advisory lock: "schematic" in ASCII, cut to 63 bits, any number that
    /// others do not use.
    /// </summary>
    public const long MigrationLock = 0x7363_6865_6D61_7469;

    // Plans are kept with the connection, and a young store outgrows those made when it was empty until the server gets
    // to analysing it: all that is written goes through indexes, whatever the tables looked like at first. One plan for
    // all values: of arrays the server expects more than most hold, and would plan anew for those at hand, every time.
    private const string WriterSettings =
        "SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off; "
        + "SET plan_cache_mode = force_generic_plan";

    private readonly ChangeFeed _feed;
    private readonly DiskRoom _room;
    private readonly LostCommits _lostCommits;
    private readonly bool _hasSessions;
    private readonly ContextPool _readers;
    private readonly ContextPool _writers;
    private readonly Channel<byte> _appended = ChangeListener.NewSignal();

    public PostgreSqlDatabase(DatabaseOptions options, ChangeFeed feed, DiskRoom room, ILoggerFactory loggers)
    {
        _room = room;
        _feed = feed;
        Patience = options.Patience;
        _lostCommits = new LostCommits(options.ConnectionString);
        _hasSessions = HasSessions(options);
        var connection = PostgreSqlConnections.Read(options.ConnectionString, _hasSessions, Patience);
        _readers = new ContextPool(
            () => new NpgsqlDataSourceBuilder(connection.ToString()).UseLoggerFactory(loggers).Build(),
            Reach,
            QueryTrackingBehavior.NoTracking
        );
        _writers = new ContextPool(
            () =>
            {
                var writers = new NpgsqlDataSourceBuilder(connection.ToString()).UseLoggerFactory(loggers);
                if (_hasSessions)
                    writers.UsePhysicalConnectionInitializer(Prepare, PrepareAsync);
                return writers.Build();
            },
            Reach,
            QueryTrackingBehavior.TrackAll
        );
    }

    public SqlDialect Dialect => SqlDialect.PostgreSql;

    // One works while another waits for the disk. More make smaller groups, each with a commit to wait for.
    public int WritersAtOnce => 2;

    /// <summary>Changes of all instances; this one appends to it and reads from it.</summary>
    public ChangeLog ChangeLog { get; } = new(ChangesKeptFor);

    /// <summary>Whether the database answers.</summary>
    public DatabaseReach Reach { get; } = new();

    public DatabasePatience Patience { get; }

    public DateTimeOffset? LostSince => Reach.LostSince;

    /// <summary>Tells this instance from others in notifications.</summary>
    public string InstanceName { get; } = Guid.NewGuid().ToString("n");

    public SchematicDb Open(int environmentSeq) => _readers.CreateContext(environmentSeq);

    public Task<T> WriteAsync<T>(
        int environmentSeq,
        Func<SchematicDb, CancellationToken, Task<T>> work,
        CancellationToken cancellationToken
    ) => _room.WatchAsync(environmentSeq, TransactAsync(environmentSeq, work, cancellationToken));

    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        // A transaction beside those that EF begins and ends holds the lock. Behind a pooler no session could.
        await using var turn = _writers.CreateUnboundedContext();
        await RequireSessionsAsync(turn, cancellationToken);
        await using var transaction = await turn.Database.BeginTransactionAsync(cancellationToken);
        await turn.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({MigrationLock})", cancellationToken);
        await using var db = _writers.CreateUnboundedContext();
        if (await AppliedMigrations.RequireKnownAsync(db, Place(db), cancellationToken))
            await db.Database.MigrateAsync(cancellationToken);
    }

    /// <summary>Gives all work new connections from now on.</summary>
    public void RenewConnections()
    {
        _readers.Renew();
        _writers.Renew();
    }

    /// <summary>Waits until something was appended to the change log since the last time.</summary>
    public async Task AppendedAsync(CancellationToken cancellationToken) =>
        await _appended.Reader.ReadAsync(cancellationToken);

    /// <summary>Notifies everyone who listens to <paramref name="channel"/>.</summary>
    public async Task NotifyAsync(string channel, CancellationToken cancellationToken)
    {
        await using var db = Open(SchematicDb.AccountSeq);
        await db.ExecuteAsync(new SqlText($"SELECT pg_notify({channel}, {InstanceName})"), cancellationToken);
    }

    /// <summary>
    /// Whether a pooler stands between: it names its clients a session of its own making, not the one that runs their
    /// statements.
    /// </summary>
    public static async Task<bool> IsPooledAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("SELECT pg_backend_pid()", connection);
        return (int)(await command.ExecuteScalarAsync(cancellationToken))! != connection.ProcessID;
    }

    public Task CloseAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _readers.DisposeAsync();
        await _writers.DisposeAsync();
        Reach.Dispose();
    }

    private async Task<T> TransactAsync<T>(
        int environmentSeq,
        Func<SchematicDb, CancellationToken, Task<T>> work,
        CancellationToken cancellationToken
    )
    {
        var all = CommittedWork.With(work);
        for (var attempt = 1; ; attempt++)
        {
            await using var db = _writers.CreateContext(environmentSeq);
            db.Database.AutoSavepointsEnabled = false;
            db.Changes = new ChangeSet();
            try
            {
                // Rolled back as the context is disposed of.
                var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
                var result = await all(db, cancellationToken);
                var mark = await ChangeLog.AppendAsync(db, cancellationToken);
                await CommitAsync(db, transaction, mark);
                CommittedWork.Note();
                return result;
            }
            catch (Exception failure) when (attempt < MaxAttempts && LostARace(failure))
            {
                await Task.Delay(RandomNumberGenerator.GetInt32(1, 4 << attempt), cancellationToken);
            }
        }
    }

    private static void Prepare(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand(WriterSettings, connection);
        command.ExecuteNonQuery();
    }

    private static async Task PrepareAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand(WriterSettings, connection);
        await command.ExecuteNonQueryAsync();
    }

    // A pooler gives each transaction another session, which knows no plan of the last and hands settings on to
    // strangers.
    private static bool HasSessions(DatabaseOptions options) =>
        options.DirectConnectionString is null
        && !PostgreSqlConnections.Names(options.ConnectionString, "Max Auto Prepare");

    private async Task RequireSessionsAsync(SchematicDb db, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        if (_hasSessions && await IsPooledAsync((NpgsqlConnection)db.Database.GetDbConnection(), cancellationToken))
            throw new UnusableDatabaseException(
                "ConnectionStrings:Schematic leads to a pooler. Name the database's own address in "
                    + "ConnectionStrings:SchematicDirect, or add \"Max Auto Prepare=0\" to ConnectionStrings:Schematic."
            );
    }

    // Past this point the answer must not depend on whether the caller is still there.
    private async Task CommitAsync(PostgreSqlSchematicDb db, IDbContextTransaction transaction, CommitMark? mark)
    {
        if (Reach.IsLost)
            throw new LostDatabaseException();
        try
        {
            await CommitInTimeAsync(db, transaction);
        }
        catch (Exception failure) when (!LostCommits.IsRefusal(failure))
        {
            var outcome = await _lostCommits.FindAsync(mark, Reach.IsLost);
            if (outcome == CommitOutcome.RolledBack)
                throw new LostDatabaseException(failure);
            if (outcome == CommitOutcome.Unknown)
            {
                // If it was stored, this tells of it; if it still will be, a poll does.
                ChangeLog.DisownAppended();
                await _feed.TellAsync(db.Changes);
                throw new UnknownOutcomeException(failure);
            }
        }

        if (db.Changes.IsEmpty)
            return;
        _appended.Writer.TryWrite(0);
        await _feed.TellAsync(db.Changes);
    }

    // The server is never asked to cancel a commit: waiting for a synchronous replica, it would stop waiting instead.
    private async Task CommitInTimeAsync(PostgreSqlSchematicDb db, IDbContextTransaction transaction)
    {
        using var limit = new CancellationTokenSource(Patience.LongestSilence);
        await db.CallAsync(
            async _ =>
            {
                await transaction.CommitAsync(CancellationToken.None);
                return 0;
            },
            limit.Token
        );
    }

    private static string Place(SchematicDb db) =>
        $"{db.Database.GetDbConnection().DataSource}, database {db.Database.GetDbConnection().Database}";

    private static bool LostARace(Exception failure) =>
        failure is LostRaceException
        || (failure as PostgresException ?? failure.InnerException as PostgresException) switch
        {
            null => false,
            // The month that an event belongs to was made at the same moment.
            { SqlState: PostgresErrorCodes.CheckViolation, TableName: EventPartitions.Default } => true,
            var refusal => refusal.SqlState
                is PostgresErrorCodes.UniqueViolation
                    or PostgresErrorCodes.ForeignKeyViolation
                    or PostgresErrorCodes.SerializationFailure
                    or PostgresErrorCodes.DeadlockDetected,
        };
}
