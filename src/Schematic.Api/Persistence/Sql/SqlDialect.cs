using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Schematic.Api.Persistence.Sql;

/// <summary>Pieces of hand-written SQL that differ between the two databases.</summary>
internal abstract class SqlDialect
{
    public static SqlDialect Sqlite { get; } = new SqliteDialect();

    public static SqlDialect PostgreSql { get; } = new PostgreSqlDialect();

    /// <summary>Ends a SELECT whose rows no other transaction may change until this one ends.</summary>
    public abstract string ForUpdate { get; }

    /// <summary>
    /// Makes everyone else who writes into the table wait until this transaction ends; null where they do anyway.
    /// </summary>
    public abstract SqlText? HoldUpWriters(SqlLiteral table);

    public abstract DbParameter Parameter(string name, object? value);

    public abstract DateTimeOffset ReadTime(DbDataReader reader, int column);

    public static long ToMicroseconds(DateTimeOffset time) =>
        (time.UtcTicks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    public static DateTimeOffset FromMicroseconds(long microseconds) =>
        new(DateTime.UnixEpoch.Ticks + (microseconds * TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);

    private sealed class SqliteDialect : SqlDialect
    {
        // One writer at a time: a transaction that writes has the whole database to itself.
        public override string ForUpdate => "";

        public override SqlText? HoldUpWriters(SqlLiteral table) => null;

        public override DbParameter Parameter(string name, object? value) =>
            new SqliteParameter(name, value is DateTimeOffset time ? ToMicroseconds(time) : value ?? DBNull.Value);

        public override DateTimeOffset ReadTime(DbDataReader reader, int column) =>
            FromMicroseconds(reader.GetInt64(column));
    }

    private sealed class PostgreSqlDialect : SqlDialect
    {
        public override string ForUpdate => " FOR UPDATE";

        public override SqlText? HoldUpWriters(SqlLiteral table) =>
            new($"LOCK TABLE {table} IN SHARE ROW EXCLUSIVE MODE");

        public override DbParameter Parameter(string name, object? value) =>
            new NpgsqlParameter(name, value ?? DBNull.Value);

        public override DateTimeOffset ReadTime(DbDataReader reader, int column) =>
            reader.GetFieldValue<DateTimeOffset>(column);
    }
}
