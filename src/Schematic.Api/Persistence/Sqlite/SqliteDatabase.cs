using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Schematic.Api.Persistence.Changes;
using Schematic.Api.Persistence.Sql;

namespace Schematic.Api.Persistence.Sqlite;

/// <summary>
/// SQLite in WAL mode, in a folder of one process. Readers have a pool of connections, writing has one.
/// </summary>
internal sealed partial class SqliteDatabase : IDatabase, IAsyncDisposable
{
    private static readonly Version OldestVersion = new(3, 35);

    private readonly DiskRoom _room;
    private readonly SqliteReaders _readers;
    private readonly SqliteConnection _writeConnection;
    private readonly DbContextOptions<SqliteSchematicDb> _writeOptions;
    private readonly CommandCache _commands;
    private readonly SqliteWriter _writer;
    private readonly ILogger<SqliteDatabase> _logger;
    private FileStream? _inUse;

    public SqliteDatabase(DatabaseOptions options, ChangeFeed feed, DiskRoom room, ILogger<SqliteDatabase> logger)
    {
        _room = room;
        _logger = logger;
        Patience = options.Patience;
        var connection = new SqliteConnectionStringBuilder(options.ConnectionString)
        {
            ForeignKeys = true,
            Pooling = false,
            // Seconds that other processes are waited for: the writer takes one group after the other.
            DefaultTimeout = 1,
        }.ToString();
        _readers = new SqliteReaders(connection);
        _writeConnection = new SqliteConnection(connection);
        _writeOptions = new DbContextOptionsBuilder<SqliteSchematicDb>().UseSqlite(_writeConnection).Options;
        _commands = new CommandCache(_writeConnection);
        _writer = new SqliteWriter(_writeConnection, feed, logger);
    }

    public SqlDialect Dialect => SqlDialect.Sqlite;

    public DatabasePatience Patience { get; }

    public SchematicDb Open(int environmentSeq) => _readers.Open(environmentSeq);

    public async Task<T> WriteAsync<T>(
        int environmentSeq,
        Func<SchematicDb, CancellationToken, Task<T>> work,
        CancellationToken cancellationToken
    )
    {
        var write = new SqliteWrite<T>(environmentSeq, CommittedWork.With(work), cancellationToken);
        var result = await _room.WatchAsync(environmentSeq, _writer.WriteAsync(write, cancellationToken));
        CommittedWork.Note();
        return result;
    }

    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        _inUse = LockFolder(_writeConnection.DataSource);
        await _writeConnection.OpenAsync(cancellationToken);
        var version = Version.Parse(_writeConnection.ServerVersion);
        if (version < OldestVersion)
            throw new UnusableDatabaseException(
                $"SQLite {version} is too old: {OldestVersion} or newer is needed. Install a newer libsqlite3."
            );
        Log.Opened(_logger, _writeConnection.DataSource, version);
        await using (var db = new SqliteSchematicDb(_writeOptions))
        {
            var isBehind = await AppliedMigrations.RequireKnownAsync(
                db,
                _writeConnection.DataSource,
                cancellationToken
            );
            // synchronous=FULL: a commit is on the disk before it is answered, also when the power goes.
            await PragmaAsync(
                "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-16384; PRAGMA temp_store=MEMORY; PRAGMA busy_timeout=1000; PRAGMA wal_autocheckpoint=20000",
                cancellationToken
            );
            // EF's own migration lock is a row, which a killed process leaves behind for ever; the file lock is what
            // counts here.
            await PragmaAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancellationToken);
            if (isBehind)
                await db.Database.MigrateAsync(cancellationToken);
        }

        var writer = new SqliteSchematicDb(_writeOptions) { Commands = _commands };
        writer.Database.AutoSavepointsEnabled = false;
        _writer.Start(writer);
    }

    public Task CloseAsync(CancellationToken cancellationToken) => _writer.CloseAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        _commands.Dispose();
        await _writeConnection.DisposeAsync();
        if (_inUse is not null)
            await _inUse.DisposeAsync();
        _readers.Dispose();
    }

    /// <summary>
    /// Keeps other processes away from the database until it is disposed of, or released by the system however the
    /// process ends.
    /// </summary>
    /// <exception cref="UnusableDatabaseException">A server uses it.</exception>
    public static FileStream LockFolder(string databasePath)
    {
        var path = LockFile(databasePath);
        PrivateFiles.CreateFolder(Path.GetDirectoryName(Path.GetFullPath(path))!);
        FileStream inUse;
        try
        {
            PrivateFiles.Create(path);
            inUse = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException busy) when (IsInUse(databasePath))
        {
            throw new UnusableDatabaseException(InUse(databasePath), busy);
        }

        // SQLite gives its other files the mode of this one.
        foreach (var file in (string[])[databasePath, $"{databasePath}-wal", $"{databasePath}-shm"])
        {
            if (file == databasePath || File.Exists(file))
                PrivateFiles.Create(file);
        }

        return inUse;
    }

    /// <summary>Whether a server has the database open now.</summary>
    public static bool IsInUse(string databasePath)
    {
        var path = LockFile(databasePath);
        if (!File.Exists(path))
            return false;
        try
        {
            using (new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read)) { }
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    /// <summary>Why a database that another process has open cannot be used.</summary>
    public static string InUse(string databasePath) =>
        $"Data:Path: another process already uses {databasePath}. Stop it, give this one another Data:Path, "
        + "or use PostgreSQL to run several.";

    private static string LockFile(string databasePath) => $"{databasePath}.lock";

    private async Task PragmaAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = _writeConnection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "SQLite {Version} at {Path}")]
        public static partial void Opened(ILogger logger, string path, Version version);
    }
}
