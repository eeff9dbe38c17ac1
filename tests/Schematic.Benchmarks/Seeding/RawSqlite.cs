using SQLitePCL;

namespace Schematic.Benchmarks.Seeding;

/// <summary>A connection to a SQLite file below every wrapper, and what it takes to run statements on it.</summary>
internal sealed class RawSqlite(string path) : IDisposable
{
    private readonly sqlite3 _database = Open(path);
    private readonly List<sqlite3_stmt> _prepared = [];

    public sqlite3_stmt Prepare(string sql)
    {
        Check(raw.sqlite3_prepare_v2(_database, sql, out var statement));
        _prepared.Add(statement);
        return statement;
    }

    public void Step(sqlite3_stmt statement)
    {
        Check(raw.sqlite3_step(statement));
        Check(raw.sqlite3_reset(statement));
    }

    public long ReadNumber(string sql)
    {
        Check(raw.sqlite3_prepare_v2(_database, sql, out var statement));
        using (statement)
            return raw.sqlite3_step(statement) == raw.SQLITE_ROW ? raw.sqlite3_column_int64(statement, 0) : 0;
    }

    public void Execute(string sql) => Check(raw.sqlite3_exec(_database, sql));

    public void Dispose()
    {
        foreach (var statement in _prepared)
            statement.Dispose();
        _database.Dispose();
    }

    private static sqlite3 Open(string path)
    {
        if (raw.sqlite3_open(path, out var database) != raw.SQLITE_OK)
            throw new BenchmarkException($"{path} cannot be opened.");
        return database;
    }

    private void Check(int code)
    {
        if (code is not (raw.SQLITE_OK or raw.SQLITE_DONE))
            throw new BenchmarkException($"SQLite {code}: {raw.sqlite3_errmsg(_database).utf8_to_string()}");
    }
}
