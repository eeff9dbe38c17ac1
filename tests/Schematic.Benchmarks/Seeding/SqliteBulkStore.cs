using Schematic.Api.Persistence.Sql;
using Schematic.Contracts.Entities;
using SQLitePCL;

namespace Schematic.Benchmarks.Seeding;

/// <summary>
/// Statements prepared once and bound by number: one row of a company costs about a microsecond, where a command with
/// named parameters costs ten. Indexes and the full-text index are built at the end, each in one sorted pass.
/// </summary>
internal sealed class SqliteBulkStore(string path, SeedScope scope) : IBulkStore
{
    private const string Tables = "('entities', 'entity_keys', 'entity_traits', 'entity_search')";

    private readonly sqlite3 _database = Open(path);
    private readonly List<(string Name, string Sql)> _aside = [];
    private sqlite3_stmt _entity = null!;
    private sqlite3_stmt _key = null!;
    private sqlite3_stmt _trait = null!;
    private sqlite3_stmt _search = null!;

    public Task BeginAsync()
    {
        // As the server's writer, but for the cache: sorting eight million index entries wants more.
        Execute(
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-1048576; PRAGMA temp_store=MEMORY; PRAGMA threads=2"
        );
        SetAside();
        _entity = Prepare(
            "INSERT INTO entities (seq, id, entity_type, environment_seq, name, sort_name, last_seen_at, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
        );
        _key = Prepare(
            "INSERT INTO entity_keys (entity_seq, definition_seq, environment_seq, value, value_hash, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?)"
        );
        _trait = Prepare(
            "INSERT INTO entity_traits (entity_seq, definition_seq, environment_seq, value, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?)"
        );
        _search = Prepare(
            "INSERT INTO entity_search (entity_seq, environment_seq, entity_type, text) VALUES (?, ?, ?, ?)"
        );
        return Task.CompletedTask;
    }

    public Task WriteAsync(IReadOnlyList<SeedRows> rows)
    {
        Execute("BEGIN IMMEDIATE");
        foreach (var row in rows)
            Write(row);
        Execute("COMMIT");
        return Task.CompletedTask;
    }

    public Task EndAsync()
    {
        foreach (var (name, sql) in _aside)
            Phase.Time($"building {name}", () => Execute(sql));
        Phase.Time(
            "building the full-text index",
            () => Execute("INSERT INTO entity_search_fts (entity_search_fts) VALUES ('rebuild')")
        );
        Phase.Time(
            "checking the full-text index",
            () => Execute("INSERT INTO entity_search_fts (entity_search_fts, rank) VALUES ('integrity-check', 1)")
        );
        Phase.Time("checking references", RefuseBrokenReferences);
        Phase.Time(
            "statistics and checkpoint",
            () => Execute("PRAGMA analysis_limit=1000; ANALYZE; PRAGMA wal_checkpoint(TRUNCATE)")
        );
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        foreach (var statement in (sqlite3_stmt[])[_entity, _key, _trait, _search])
            statement?.Dispose();
        _database.Dispose();
        return ValueTask.CompletedTask;
    }

    private static sqlite3 Open(string path)
    {
        if (raw.sqlite3_open(path, out var database) != raw.SQLITE_OK)
            throw new BenchmarkException($"{path} cannot be opened.");
        return database;
    }

    private void SetAside()
    {
        using (
            var statement = Prepare(
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
            Execute($"DROP {name}");
    }

    private void Write(SeedRows row)
    {
        var created = SqlDialect.ToMicroseconds(row.CreatedAt);
        raw.sqlite3_bind_int64(_entity, 1, row.Seq);
        raw.sqlite3_bind_text(_entity, 2, row.Id);
        raw.sqlite3_bind_int(_entity, 3, (int)EntityType.Company);
        raw.sqlite3_bind_int(_entity, 4, scope.EnvironmentSeq);
        raw.sqlite3_bind_text(_entity, 5, row.Company.Name);
        raw.sqlite3_bind_text(_entity, 6, row.SortName);
        raw.sqlite3_bind_int64(_entity, 7, SqlDialect.ToMicroseconds(row.Company.LastSeenAt));
        raw.sqlite3_bind_int64(_entity, 8, created);
        raw.sqlite3_bind_int64(_entity, 9, created);
        Step(_entity);
        WriteKey(row.Seq, scope.DomainSeq, row.Company.Domain, row.DomainHash, created);
        WriteKey(row.Seq, scope.CrmIdSeq, row.Company.CrmId, row.CrmIdHash, created);
        for (var i = 0; i < scope.TraitSeqs.Count; i++)
        {
            raw.sqlite3_bind_int64(_trait, 1, row.Seq);
            raw.sqlite3_bind_int(_trait, 2, scope.TraitSeqs[i]);
            raw.sqlite3_bind_int(_trait, 3, scope.EnvironmentSeq);
            raw.sqlite3_bind_text(_trait, 4, row.Company.Traits[i].Value);
            raw.sqlite3_bind_int64(_trait, 5, created);
            raw.sqlite3_bind_int64(_trait, 6, created);
            Step(_trait);
        }

        raw.sqlite3_bind_int64(_search, 1, row.Seq);
        raw.sqlite3_bind_int(_search, 2, scope.EnvironmentSeq);
        raw.sqlite3_bind_int(_search, 3, (int)EntityType.Company);
        raw.sqlite3_bind_text(_search, 4, row.SearchDocument);
        Step(_search);
    }

    private void WriteKey(long seq, int definitionSeq, string value, byte[] hash, long created)
    {
        raw.sqlite3_bind_int64(_key, 1, seq);
        raw.sqlite3_bind_int(_key, 2, definitionSeq);
        raw.sqlite3_bind_int(_key, 3, scope.EnvironmentSeq);
        raw.sqlite3_bind_text(_key, 4, value);
        raw.sqlite3_bind_blob(_key, 5, hash);
        raw.sqlite3_bind_int64(_key, 6, created);
        raw.sqlite3_bind_int64(_key, 7, created);
        Step(_key);
    }

    private void RefuseBrokenReferences()
    {
        using var statement = Prepare("SELECT * FROM pragma_foreign_key_check LIMIT 1");
        if (raw.sqlite3_step(statement) == raw.SQLITE_ROW)
            throw new BenchmarkException("Rows refer to rows that are not there.");
    }

    private sqlite3_stmt Prepare(string sql)
    {
        Check(raw.sqlite3_prepare_v2(_database, sql, out var statement));
        return statement;
    }

    private void Step(sqlite3_stmt statement)
    {
        Check(raw.sqlite3_step(statement));
        Check(raw.sqlite3_reset(statement));
    }

    private void Execute(string sql) => Check(raw.sqlite3_exec(_database, sql));

    private void Check(int code)
    {
        if (code is not (raw.SQLITE_OK or raw.SQLITE_DONE))
            throw new BenchmarkException($"SQLite {code}: {raw.sqlite3_errmsg(_database).utf8_to_string()}");
    }
}
