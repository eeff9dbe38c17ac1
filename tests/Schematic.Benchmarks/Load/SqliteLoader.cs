using Schematic.Api.Persistence.Sql;
using Schematic.Benchmarks.Seeding;
using SQLitePCL;

namespace Schematic.Benchmarks.Load;

internal sealed class SqliteLoader : IBareLoader
{
    private readonly RawSqlite _statements;
    private readonly SeedScope _scope;
    private readonly SqliteRows _rows;
    private readonly sqlite3_stmt _entity;
    private readonly sqlite3_stmt _search;

    public SqliteLoader(string path, SeedScope scope)
    {
        (_statements, _scope) = (new RawSqlite(path), scope);
        // As the server's writer has it.
        _statements.Execute(
            """
            PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-65536; PRAGMA temp_store=MEMORY;
            PRAGMA busy_timeout=5000; PRAGMA wal_autocheckpoint=20000; PRAGMA foreign_keys=ON
            """
        );
        _rows = new SqliteRows(_statements, scope);
        _entity = _statements.Prepare("UPDATE entities SET last_seen_at = ?, updated_at = ?, traits = ? WHERE seq = ?");
        _search = _statements.Prepare("UPDATE entity_search SET text = ? WHERE entity_seq = ?");
    }

    public Task<IReadOnlyList<long>> InsertAsync(IReadOnlyList<SeedRows> companies)
    {
        _statements.Execute("BEGIN IMMEDIATE");
        var next = _statements.ReadNumber("SELECT seq FROM sqlite_sequence WHERE name = 'entities'") + 1;
        var seqs = companies.Select((_, i) => next + i).ToList();
        foreach (var (rows, seq) in companies.Zip(seqs))
            _rows.Insert(rows with { Seq = seq });
        _statements.Execute("COMMIT");
        return Task.FromResult<IReadOnlyList<long>>(seqs);
    }

    public Task UpdateAsync(IReadOnlyList<(SeedRows Rows, bool SearchChanged)> companies)
    {
        _statements.Execute("BEGIN IMMEDIATE");
        foreach (var (rows, searchChanged) in companies)
            Update(rows, searchChanged);
        _statements.Execute("COMMIT");
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        _statements.Dispose();
        return ValueTask.CompletedTask;
    }

    private void Update(SeedRows row, bool searchChanged)
    {
        var now = SqlDialect.ToMicroseconds(row.CreatedAt);
        raw.sqlite3_bind_int64(_entity, 1, now);
        raw.sqlite3_bind_int64(_entity, 2, now);
        raw.sqlite3_bind_text(_entity, 3, row.Traits(_scope));
        raw.sqlite3_bind_int64(_entity, 4, row.Seq);
        _statements.Step(_entity);

        if (!searchChanged)
            return;
        raw.sqlite3_bind_text(_search, 1, row.SearchDocument);
        raw.sqlite3_bind_int64(_search, 2, row.Seq);
        _statements.Step(_search);
    }
}
