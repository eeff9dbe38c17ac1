using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using Schematic.Api.Entities;

namespace Schematic.Api.Persistence.Sql;

/// <summary>Where hand-written SQL differs between the two databases.</summary>
internal abstract class SqlDialect
{
    public static SqlDialect Sqlite { get; } = new SqliteDialect();

    public static SqlDialect PostgreSql { get; } = new PostgreSqlDialect();

    /// <summary>Ends a SELECT whose rows no other transaction may change until this one ends.</summary>
    public abstract string ForUpdate { get; }

    /// <summary>Makes everyone else who writes into the table wait until this transaction ends; null where they do anyway.</summary>
    public abstract SqlText? HoldUpWriters(SqlLiteral table);

    /// <summary>The seq of the row that the statement before inserted into <c>entities</c>.</summary>
    public abstract SqlText NewEntitySeq(string id);

    public abstract DbParameter Parameter(string name, object? value);

    public abstract DateTimeOffset ReadTime(DbDataReader reader, int column);

    /// <summary>The rows of <c>entities e</c> whose search text holds every term, with the order key of "newest first".</summary>
    public abstract (SqlText From, string SeqColumn) SearchFrom(
        IReadOnlyList<string> terms,
        int environmentSeq,
        int entityType
    );

    public static long ToMicroseconds(DateTimeOffset time) =>
        (time.UtcTicks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    public static DateTimeOffset FromMicroseconds(long microseconds) =>
        new(DateTime.UnixEpoch.Ticks + (microseconds * TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);

    private sealed class SqliteDialect : SqlDialect
    {
        // One writer at a time: a transaction that writes has the whole database to itself.
        public override string ForUpdate => "";

        public override SqlText? HoldUpWriters(SqlLiteral table) => null;

        // last_insert_rowid() changes with every row of the other tables.
        public override SqlText NewEntitySeq(string id) => new($"(SELECT seq FROM entities WHERE id = {id})");

        public override DbParameter Parameter(string name, object? value) =>
            new SqliteParameter(name, value is DateTimeOffset time ? ToMicroseconds(time) : value ?? DBNull.Value);

        public override DateTimeOffset ReadTime(DbDataReader reader, int column) =>
            FromMicroseconds(reader.GetInt64(column));

        // CROSS JOIN keeps the full-text index outermost: it yields its rows in the order of rowid, newest first, without a sort.
        public override (SqlText From, string SeqColumn) SearchFrom(
            IReadOnlyList<string> terms,
            int environmentSeq,
            int entityType
        ) =>
            (
                new SqlText(
                    $"FROM entity_search_fts f CROSS JOIN entities e ON e.seq = f.rowid WHERE f.entity_search_fts MATCH {SearchText.Fts5(terms)} AND e.environment_seq = {environmentSeq} AND e.entity_type = {entityType}"
                ),
                "f.rowid"
            );
    }

    private sealed class PostgreSqlDialect : SqlDialect
    {
        public override string ForUpdate => " FOR UPDATE";

        public override SqlText? HoldUpWriters(SqlLiteral table) =>
            new($"LOCK TABLE {table} IN SHARE ROW EXCLUSIVE MODE");

        // Only entities takes its numbers from a sequence.
        public override SqlText NewEntitySeq(string id) => new($"lastval()");

        public override DbParameter Parameter(string name, object? value) =>
            new NpgsqlParameter(name, value ?? DBNull.Value);

        public override DateTimeOffset ReadTime(DbDataReader reader, int column) =>
            reader.GetFieldValue<DateTimeOffset>(column);

        public override (SqlText From, string SeqColumn) SearchFrom(
            IReadOnlyList<string> terms,
            int environmentSeq,
            int entityType
        )
        {
            var sql = new SqlText(
                $"FROM entity_search s JOIN entities e ON e.seq = s.entity_seq WHERE s.environment_seq = {environmentSeq} AND s.entity_type = {entityType}"
            );
            foreach (var term in terms)
                sql.Append($" AND s.text LIKE {SearchText.Like(term)}");
            return (sql, "s.entity_seq");
        }
    }
}
