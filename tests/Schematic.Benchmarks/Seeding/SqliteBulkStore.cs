using SQLitePCL;

namespace Schematic.Benchmarks.Seeding;

/// <summary>
/// Rows by <see cref="SqliteRows"/>; indexes and the full-text index are built at the end, each in one sorted pass.
/// </summary>
internal sealed class SqliteBulkStore(string path, SeedScope scope) : IBulkStore
{
    private const string Tables = "('entities', 'entity_keys', 'entity_search')";

    private readonly RawSqlite _statements = new(path);
    private readonly List<(string Name, string Sql)> _aside = [];
    private SqliteRows _rows = null!;

    public Task BeginAsync()
    {
        // As the server's writer, but for the cache: sorting eight million index entries wants more.
        _statements.Execute(
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-1048576; PRAGMA temp_store=MEMORY; PRAGMA threads=2"
        );
        SetAside();
        _rows = new SqliteRows(_statements, scope);
        return Task.CompletedTask;
    }

    public Task WriteAsync(IReadOnlyList<SeedRows> rows)
    {
        _statements.Execute("BEGIN IMMEDIATE");
        foreach (var row in rows)
            _rows.Insert(row);
        _statements.Execute("COMMIT");
        return Task.CompletedTask;
    }

    public Task EndAsync()
    {
        foreach (var (name, sql) in _aside)
            Phase.Time($"building {name}", () => _statements.Execute(sql));
        Phase.Time(
            "building the full-text index",
            () => _statements.Execute("INSERT INTO entity_search_fts (entity_search_fts) VALUES ('rebuild')")
        );
        Phase.Time(
            "checking the full-text index",
            () =>
                _statements.Execute(
                    "INSERT INTO entity_search_fts (entity_search_fts, rank) VALUES ('integrity-check', 1)"
                )
        );
        Phase.Time("checking references", RefuseBrokenReferences);
        Phase.Time(
            "statistics and checkpoint",
            () => _statements.Execute("PRAGMA analysis_limit=1000; ANALYZE; PRAGMA wal_checkpoint(TRUNCATE)")
        );
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        _statements.Dispose();
        return ValueTask.CompletedTask;
    }

    private void SetAside()
    {
        using (
            var statement = _statements.Prepare(
                $"SELECT type || ' ' || name, sql FROM sqlite_master WHERE tbl_name IN {Tables} AND type IN ('index', 'trigger') AND sql IS NOT NULL"
            )
        )
        {
            while (raw.sqlite3_step(statement) == raw.SQLITE_ROW)
                _aside.Add(
                    (
                        raw.sqlite3_column_text(statement, 0).utf8_to_string(),
                        raw.sqlite3_column_text(statement, 1).utf8_to_string()
                    )
                );
        }

        foreach (var (name, _) in _aside)
            _statements.Execute($"DROP {name}");
    }

    private void RefuseBrokenReferences()
    {
        if (_statements.ReadNumber("SELECT count(*) FROM (SELECT 1 FROM pragma_foreign_key_check LIMIT 1)") > 0)
            throw new BenchmarkException("Rows refer to rows that are not there.");
    }
}
