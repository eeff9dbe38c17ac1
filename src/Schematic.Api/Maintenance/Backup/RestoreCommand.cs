using Schematic.Api.Events;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.PostgreSql;
using Schematic.Api.Persistence.Sql;

namespace Schematic.Api.Maintenance.Backup;

/// <summary>
/// Fills an empty database from a backup, in one transaction and after the whole file was found to be right: either
/// everything is there, or nothing.
/// </summary>
internal sealed class RestoreCommand(DatabaseOptions options, EventOptions events, TimeProvider time)
{
    /// <returns>What was done, in a sentence.</returns>
    public async Task<string> RunAsync(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
            throw new CommandRefusedException($"There is no file {Path.GetFullPath(path)}.");
        var contents = new Contents();
        await BackupReader.ReadAsync(path, contents, cancellationToken);
        var known = BackupStore.KnownMigrations;
        if (FindMistake(known, contents.Migrations, path) is { } mistake)
            throw new CommandRefusedException(mistake);

        await using var store = BackupStore.For(options);
        await store.BeginRestoreAsync(cancellationToken);
        await PrepareSchemaAsync(store, contents.Migrations.Count, cancellationToken);
        await store.BeginFillAsync(cancellationToken);
        foreach (var table in contents.Tables)
            if (await store.HasRowsAsync(table, cancellationToken))
                throw NotEmpty(store);
        if (store.Context.Dialect == SqlDialect.PostgreSql)
            // Rows then go to their months at once.
            await EventPartitions.KeepAsync(store.Context, events.Oldest(time.Now()), time.Now(), cancellationToken);
        var rows = await BackupReader.ReadAsync(path, new Filling(store), cancellationToken);
        // From here on it is done, whoever interrupts.
        await store.CommitAsync(CancellationToken.None);
        await store.MigrateAsync(known.Count, CancellationToken.None);
        return $"Restored {store.Place}: {rows} rows of {contents.Tables.Count} tables, "
            + $"as they were at {contents.CreatedAt:u}.";
    }

    /// <summary>
    /// Says why this program cannot restore a backup with these migrations; null if it can. An earlier schema is
    /// brought up to date once it is filled.
    /// </summary>
    public static string? FindMistake(IReadOnlyList<string> known, IReadOnlyList<string> migrations, string path)
    {
        var unknown = migrations.Except(known, StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (unknown.Count == 0 && migrations.SequenceEqual(known.Take(migrations.Count)))
            return null;
        return unknown.Count > 0 && string.CompareOrdinal(unknown[0], known[^1]) > 0
            ? $"{path} was made by a newer version (schema {unknown[0]}). Install that version or a later one; "
                + "nothing was changed."
            : $"{path} was made by an earlier, unreleased build (schema {migrations[^1]}). Restore it with that "
                + "build; nothing was changed.";
    }

    private static async Task PrepareSchemaAsync(BackupStore store, int migrations, CancellationToken cancellationToken)
    {
        var existing = (await store.GetMigrationsAsync(cancellationToken)).Count;
        if (existing == 0)
            await store.MigrateAsync(migrations, cancellationToken);
        else if (existing != migrations)
            throw new CommandRefusedException(
                $"The database at {store.Place} has the tables of another version than the backup. "
                    + "Name one without tables; nothing was changed."
            );
    }

    private static CommandRefusedException NotEmpty(BackupStore store) =>
        new($"The database at {store.Place} is not empty. Name one that is; nothing was changed.");

    /// <summary>Only looks at what is there.</summary>
    private sealed class Contents : IBackupVisitor
    {
        public IReadOnlyList<string> Migrations { get; private set; } = [];

        public DateTimeOffset? CreatedAt { get; private set; }

        public List<BackupTable> Tables { get; } = [];

        public Task BeginAsync(BackupLine header, CancellationToken cancellationToken)
        {
            (Migrations, CreatedAt) = (header.Migrations!, header.CreatedAt);
            return Task.CompletedTask;
        }

        public Task BeginTableAsync(BackupTable table, CancellationToken cancellationToken)
        {
            Tables.Add(table);
            return Task.CompletedTask;
        }

        public Task AddRowAsync(object?[] values, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task EndTableAsync(BackupTable table, long? counter, CancellationToken cancellationToken) =>
            Task.CompletedTask;
    }

    /// <summary>Writes the rows into the tables.</summary>
    private sealed class Filling(BackupStore store) : IBackupVisitor
    {
        private IRowLoader? _rows;

        public Task BeginAsync(BackupLine header, CancellationToken cancellationToken) => Task.CompletedTask;

        public async Task BeginTableAsync(BackupTable table, CancellationToken cancellationToken) =>
            _rows = await store.LoadAsync(table, cancellationToken);

        public Task AddRowAsync(object?[] values, CancellationToken cancellationToken) =>
            _rows!.AddAsync(values, cancellationToken);

        public async Task EndTableAsync(BackupTable table, long? counter, CancellationToken cancellationToken)
        {
            await _rows!.CompleteAsync(cancellationToken);
            await _rows.DisposeAsync();
            if (counter is { } last)
                await store.SetCounterAsync(table, last, cancellationToken);
        }
    }
}
