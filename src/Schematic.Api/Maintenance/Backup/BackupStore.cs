using System.Data;
using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Sqlite;

namespace Schematic.Api.Maintenance.Backup;

/// <summary>
/// One connection to a database, for a backup of it or a restore into it. It is not one of the server's: these have
/// settings for short work, and here one transaction may take hours.
/// </summary>
internal abstract class BackupStore(DbConnection connection, SchematicDb context) : IAsyncDisposable
{
    /// <summary>The database as the operator knows it.</summary>
    public abstract string Place { get; }

    /// <summary>A context over the connection.</summary>
    public SchematicDb Context => context;

    protected DbConnection Connection => connection;

    /// <summary>A query with a row if the database has a schema of ours.</summary>
    protected abstract string MigrationsTable { get; }

    /// <summary>Migrations of this program, under the names that a backup has for them.</summary>
    public static IReadOnlyList<string> KnownMigrations
    {
        get
        {
            using var db = new SqliteSchematicDb(
                new DbContextOptionsBuilder<SqliteSchematicDb>().UseSqlite("Data Source=:memory:").Options
            );
            return [.. db.Database.GetMigrations()];
        }
    }

    public static BackupStore For(DatabaseOptions options) =>
        options.Provider == DatabaseProvider.Sqlite
            ? new SqliteBackupStore(options.ConnectionString)
            : new PostgreSqlBackupStore(options.DirectConnectionString ?? options.ConnectionString);

    /// <summary>
    /// Connects, and begins a transaction that sees the database as of one moment while others go on writing.
    /// </summary>
    public abstract Task BeginSnapshotAsync(CancellationToken cancellationToken);

    /// <summary>Connects, and keeps servers out while the schema is made and filled.</summary>
    public abstract Task BeginRestoreAsync(CancellationToken cancellationToken);

    /// <summary>Begins the one transaction of a restore; no server writes until it ends.</summary>
    public abstract Task BeginFillAsync(CancellationToken cancellationToken);

    /// <summary>Ends the transaction of a restore, and tells the planner how large the tables have become.</summary>
    public abstract Task CommitAsync(CancellationToken cancellationToken);

    /// <summary>The last number that the counter has given.</summary>
    public abstract Task<long> GetCounterAsync(BackupTable table, CancellationToken cancellationToken);

    public abstract Task SetCounterAsync(BackupTable table, long last, CancellationToken cancellationToken);

    /// <summary>Takes rows of one table until it is completed.</summary>
    public abstract Task<IRowLoader> LoadAsync(BackupTable table, CancellationToken cancellationToken);

    /// <summary>Migrations that the database has, under the names that a backup has for them.</summary>
    /// <exception cref="UnusableDatabaseException">Another build made the database.</exception>
    public async Task<IReadOnlyList<string>> GetMigrationsAsync(CancellationToken cancellationToken)
    {
        // To ask a table that is not there for its rows would end the transaction of PostgreSQL.
        await using (var exists = Command($"SELECT EXISTS ({MigrationsTable})"))
            if (!Convert.ToBoolean(await exists.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture))
                return [];
        await AppliedMigrations.RequireKnownAsync(Context, Place, cancellationToken);
        var applied = await Context.Database.GetAppliedMigrationsAsync(cancellationToken);
        return [.. KnownMigrations.Take(applied.Count())];
    }

    /// <summary>Brings the schema to the state after <paramref name="count"/> migrations.</summary>
    public Task MigrateAsync(int count, CancellationToken cancellationToken) =>
        Context
            .GetService<IMigrator>()
            .MigrateAsync(Context.Database.GetMigrations().ElementAt(count - 1), cancellationToken);

    /// <summary>Reads the columns of all rows, in any order and without holding them.</summary>
    public async Task ReadAsync(
        BackupTable table,
        Func<DbDataReader, Task> readRow,
        CancellationToken cancellationToken
    )
    {
        await using var command = Command($"SELECT {table.ColumnList} FROM {table.QuotedName}");
        await using var rows = await command.ExecuteReaderAsync(CommandBehavior.SequentialAccess, cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
            await readRow(rows);
    }

    public async Task<bool> HasRowsAsync(BackupTable table, CancellationToken cancellationToken)
    {
        await using var command = Command($"SELECT EXISTS (SELECT 1 FROM {table.QuotedName})");
        return Convert.ToBoolean(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
    }

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await context.DisposeAsync();
        // What was not committed is rolled back.
        await connection.DisposeAsync();
    }

    protected async Task ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = Command(sql);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <param name="sql">Only names from the model, or those that the reader of a backup has checked.</param>
    protected DbCommand Command(string sql)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // See above.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.CommandTimeout = 0;
        return command;
    }
}

/// <summary>Takes the rows of one table.</summary>
internal interface IRowLoader : IAsyncDisposable
{
    Task AddAsync(object?[] values, CancellationToken cancellationToken);

    Task CompleteAsync(CancellationToken cancellationToken);
}
