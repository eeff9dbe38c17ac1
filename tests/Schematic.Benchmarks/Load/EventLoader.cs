using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Sql;

namespace Schematic.Benchmarks.Load;

/// <summary>
/// Commits, as durably as the server does, the rows of events and nothing else: it finds nobody, counts nothing and
/// speaks no HTTP.
/// </summary>
internal sealed class EventLoader : IAsyncDisposable
{
    private readonly DbConnection _connection;
    private readonly DbCommand _insert;
    private readonly int _environmentSeq;
    private readonly SqlDialect _dialect;
    private long _next;

    private EventLoader(DbConnection connection, SqlDialect dialect, int environmentSeq)
    {
        (_connection, _dialect, _environmentSeq) = (connection, dialect, environmentSeq);
        _insert = connection.CreateCommand();
    }

    public static async Task<EventLoader> OpenAsync(StoreOptions options)
    {
        var isSqlite = options.Provider == DatabaseProvider.Sqlite;
        DbConnection connection = isSqlite
            ? new SqliteConnection($"Data Source={Path.Combine(options.Data, "schematic.db")};Pooling=False")
            : new NpgsqlConnection(
                new NpgsqlConnectionStringBuilder(options.Connection!) { MaxAutoPrepare = 20 }.ToString()
            );
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        if (isSqlite)
        {
            command.CommandText =
                "PRAGMA synchronous=FULL; PRAGMA busy_timeout=5000; PRAGMA cache_size=-65536; PRAGMA wal_autocheckpoint=20000";
            await command.ExecuteNonQueryAsync();
        }

        command.CommandText = "SELECT min(seq) FROM environments";
        var seq = Convert.ToInt32(
            await command.ExecuteScalarAsync(),
            System.Globalization.CultureInfo.InvariantCulture
        );
        return new EventLoader(connection, isSqlite ? SqlDialect.Sqlite : SqlDialect.PostgreSql, seq);
    }

    /// <summary>Inserts events in one transaction.</summary>
    public async Task InsertAsync(IReadOnlyList<string> bodies)
    {
        var rows = new SqlRows(
            "id",
            "environment_seq",
            "event_type",
            "event_subtype",
            "status",
            "body",
            "company_id",
            "user_id",
            "api_key_id",
            "quantity",
            "clock",
            "captured_at",
            "received_at",
            "processed_at",
            "day_after",
            "total_after"
        );
        var now = TimeProvider.System.Now();
        foreach (var body in bodies)
        {
            var n = _next++;
            rows.Add(
                NewId.For("evt", now),
                _environmentSeq,
                "track",
                $"event-{n % 5}",
                4,
                body,
                $"comp_loader0000000000000000{n % 1000:0000}",
                $"user_loader0000000000000000{n % 3000:0000}",
                "api_loader00000000000000000000",
                n % 9,
                (short)0,
                now,
                now,
                now,
                n,
                n
            );
        }

        await using var transaction = await _connection.BeginTransactionAsync();
        _insert.Transaction = transaction;
        foreach (var statement in _dialect.Insert(new SqlLiteral("events"), rows))
        {
            statement.ApplyTo(_insert, _dialect);
            await _insert.ExecuteNonQueryAsync();
        }

        await transaction.CommitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _insert.DisposeAsync();
        await _connection.DisposeAsync();
    }
}
