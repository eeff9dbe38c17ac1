using Schematic.Api.Persistence;

namespace Schematic.Api.Maintenance.Backup;

/// <summary>
/// Writes all of a database, as of one moment, into a file that either database can be restored from. Servers may be
/// at work meanwhile.
/// </summary>
internal sealed class BackupCommand(DatabaseOptions options, TimeProvider time)
{
    /// <returns>What was done, in a sentence.</returns>
    public async Task<string> RunAsync(string path, CancellationToken cancellationToken)
    {
        await using var store = BackupStore.For(options);
        await store.BeginSnapshotAsync(cancellationToken);
        var migrations = await store.GetMigrationsAsync(cancellationToken);
        if (migrations.Count < BackupStore.KnownMigrations.Count)
            throw new CommandRefusedException(
                $"The database at {store.Place} has the schema of an earlier version, or none. "
                    + "Back it up with the version that serves it, or start this one once."
            );

        await using var backup = new BackupWriter(path);
        await backup.BeginAsync(migrations, time.Now(), cancellationToken);
        var tables = BackupTables.Of(store.Context);
        foreach (var table in tables)
            await WriteAsync(store, backup, table, cancellationToken);
        var (rows, bytes) = await backup.EndAsync(cancellationToken);
        return $"Backed up {store.Place}: {rows} rows of {tables.Count} tables in {bytes} bytes at {path}.";
    }

    private static async Task WriteAsync(
        BackupStore store,
        BackupWriter backup,
        BackupTable table,
        CancellationToken cancellationToken
    )
    {
        await backup.BeginTableAsync(table, cancellationToken);
        await store.ReadAsync(
            table,
            row => backup.WriteRowAsync(table, row, store.Context.Dialect, cancellationToken),
            cancellationToken
        );
        // A counter of PostgreSQL is not part of a snapshot, and runs ahead: read after the rows it is above them all.
        long? counter = table.Counter is null ? null : await store.GetCounterAsync(table, cancellationToken);
        await backup.EndTableAsync(table, counter, cancellationToken);
    }
}
