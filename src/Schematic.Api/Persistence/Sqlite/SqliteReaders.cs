using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Schematic.Api.Persistence.Sql;

namespace Schematic.Api.Persistence.Sqlite;

/// <summary>
/// Reading connections that stay open between requests, each with its context and prepared statements. A new context
/// would register EF's functions on the connection again, and each registration makes SQLite parse every statement
/// anew.
/// </summary>
internal sealed class SqliteReaders(string connectionString) : IDisposable
{
    // More are opened when more read at once, and closed again: each has a page cache of its own.
    private const int MaxIdle = 8;

    // Readers never checkpoint the write-ahead log: that is left to the one writer, so that none waits for the disk on
    // behalf of others.
    private const string Pragmas =
        "PRAGMA query_only=ON; PRAGMA wal_autocheckpoint=0; PRAGMA cache_size=-4096; PRAGMA busy_timeout=5000; PRAGMA temp_store=MEMORY";

    private readonly ConcurrentStack<Reader> _idle = new();
    private bool _closed;

    public SqliteSchematicDb Open(int environmentSeq)
    {
        var reader = _idle.TryPop(out var idle) ? idle : new Reader(connectionString);
        reader.Context.EnvironmentSeq = environmentSeq;
        reader.Context.LendUntil(() => Release(reader));
        return reader.Context;
    }

    public void Dispose()
    {
        _closed = true;
        while (_idle.TryPop(out var reader))
            reader.Dispose();
    }

    private void Release(Reader reader)
    {
        if (_closed || _idle.Count >= MaxIdle)
            reader.Dispose();
        else
            _idle.Push(reader);
    }

    private sealed class Reader : IDisposable
    {
        private readonly SqliteConnection _connection;

        public Reader(string connectionString)
        {
            _connection = new SqliteConnection(connectionString);
            _connection.Open();
            using (var command = _connection.CreateCommand())
            {
                command.CommandText = Pragmas;
                command.ExecuteNonQuery();
            }

            var options = new DbContextOptionsBuilder<SqliteSchematicDb>()
                .UseSqlite(_connection)
                .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
                .Options;
            Context = new SqliteSchematicDb(options) { Commands = new CommandCache(_connection) };
        }

        public SqliteSchematicDb Context { get; }

        public void Dispose()
        {
            Context.Commands!.Dispose();
            Context.Dispose();
            _connection.Dispose();
        }
    }
}
