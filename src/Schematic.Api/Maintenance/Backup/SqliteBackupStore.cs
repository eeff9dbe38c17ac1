using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Schematic.Api.Persistence.Sql;
using Schematic.Api.Persistence.Sqlite;

namespace Schematic.Api.Maintenance.Backup;

internal sealed class SqliteBackupStore : BackupStore
{
    private readonly string _path;
    private FileStream? _inUse;

    public SqliteBackupStore(string connectionString)
        : this(
            new SqliteConnection(
                new SqliteConnectionStringBuilder(connectionString) { Pooling = false, ForeignKeys = true }.ToString()
            )
        ) { }

    private SqliteBackupStore(SqliteConnection connection)
        : base(
            connection,
            new SqliteSchematicDb(new DbContextOptionsBuilder<SqliteSchematicDb>().UseSqlite(connection).Options)
        ) => _path = connection.DataSource;

    public override string Place => _path;

    protected override string MigrationsTable => "SELECT 1 FROM sqlite_schema WHERE name = '__EFMigrationsHistory'";

    public override async Task BeginSnapshotAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(_path))
            throw new CommandRefusedException($"There is no database at {_path}. Check Data:Path.");
        await Connection.OpenAsync(cancellationToken);
        // The checkpoints are left to the server. A transaction sees what was committed before its first read.
        await ExecuteAsync(
            """
            PRAGMA busy_timeout=5000; PRAGMA query_only=ON; PRAGMA wal_autocheckpoint=0;
            BEGIN; SELECT 1 FROM sqlite_schema
            """,
            cancellationToken
        );
    }

    public override async Task BeginRestoreAsync(CancellationToken cancellationToken)
    {
        _inUse = SqliteDatabase.LockFolder(_path);
        await Connection.OpenAsync(cancellationToken);
    }

    public override Task BeginFillAsync(CancellationToken cancellationToken) =>
        ExecuteAsync("BEGIN IMMEDIATE", cancellationToken);

    // The planner has its numbers from the migration.
    public override Task CommitAsync(CancellationToken cancellationToken) => ExecuteAsync("COMMIT", cancellationToken);

    public override async Task<long> GetCounterAsync(BackupTable table, CancellationToken cancellationToken)
    {
        await using var command = Command("SELECT seq FROM sqlite_sequence WHERE name = $name");
        command.Parameters.Add(new SqliteParameter("$name", table.Name));
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
    }

    public override async Task SetCounterAsync(BackupTable table, long last, CancellationToken cancellationToken)
    {
        // Rows that were inserted have made the counter follow them.
        await using var command = Command(
            """
            DELETE FROM sqlite_sequence WHERE name = $name;
            INSERT INTO sqlite_sequence (name, seq) VALUES ($name, $last)
            """
        );
        command.Parameters.Add(new SqliteParameter("$name", table.Name));
        command.Parameters.Add(new SqliteParameter("$last", last));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public override Task<IRowLoader> LoadAsync(BackupTable table, CancellationToken cancellationToken)
    {
        var names = table.Columns.Select(static (_, i) => string.Create(CultureInfo.InvariantCulture, $"${i}"));
        var command = Command(
            $"INSERT INTO {table.QuotedName} ({table.ColumnList}) VALUES ({string.Join(", ", names)})"
        );
        foreach (var name in names)
            command.Parameters.Add(new SqliteParameter(name, null));
        return Task.FromResult<IRowLoader>(new Inserts(command));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_inUse is not null)
            await _inUse.DisposeAsync();
    }

    private sealed class Inserts(DbCommand command) : IRowLoader
    {
        public Task AddAsync(object?[] values, CancellationToken cancellationToken)
        {
            for (var i = 0; i < values.Length; i++)
                command.Parameters[i].Value = SqlDialect.Sqlite.Value(values[i]);
            return command.ExecuteNonQueryAsync(cancellationToken);
        }

        public Task CompleteAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public ValueTask DisposeAsync() => command.DisposeAsync();
    }
}
