using System.Data.Common;

namespace Schematic.Api.Persistence.Sql;

/// <summary>Pieces of hand-written SQL that differ between the two databases.</summary>
internal abstract class SqlDialect
{
    public static SqlDialect Sqlite { get; } = new SqliteDialect();

    public static SqlDialect PostgreSql { get; } = new PostgreSqlDialect();

    /// <summary>Ends a SELECT whose rows no other transaction may change until this one ends.</summary>
    public abstract string ForUpdate { get; }

    /// <summary>As <see cref="ForUpdate"/>, but leaves out rows that another transaction has locked.</summary>
    public abstract string ForUpdateSkippingLocked { get; }

    /// <summary>
    /// As <see cref="ForUpdate"/>, but others may hold the rows in the same way; together they keep out who updates.
    /// </summary>
    public abstract string ForShare { get; }

    /// <summary>
    /// Makes everyone else who writes into the table wait until this transaction ends; null where they do anyway.
    /// </summary>
    public abstract SqlText? HoldUpWriters(SqlLiteral table);

    public abstract DbParameter Parameter(string name, object? value);

    /// <summary>As a parameter holds it.</summary>
    public abstract object Value(object? value);

    /// <summary>Condition that follows a column: that it has one of the values.</summary>
    public abstract SqlText Among(SqlArray values);

    /// <summary>The rows as a table <c>u</c>, to follow FROM.</summary>
    public abstract SqlText Table(SqlRows rows);

    /// <summary>Statements that insert the rows.</summary>
    /// <param name="conflict">What is to happen to a row that is there already; empty makes it an error.</param>
    public abstract IEnumerable<SqlText> Insert(SqlLiteral table, SqlRows rows, string conflict = "");

    /// <summary>Statements that update the rows that the first column names.</summary>
    public abstract IEnumerable<SqlText> Update(SqlLiteral table, SqlRows rows);

    /// <summary>Statements that delete the rows that all columns together name.</summary>
    public abstract IEnumerable<SqlText> Delete(SqlLiteral table, SqlRows rows);

    public abstract DateTimeOffset ReadTime(DbDataReader reader, int column);

    public static long ToMicroseconds(DateTimeOffset time) =>
        (time.UtcTicks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    public static DateTimeOffset FromMicroseconds(long microseconds) =>
        new(DateTime.UnixEpoch.Ticks + (microseconds * TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);

    /// <summary>Pieces of SQL that the code itself wrote, one after the other.</summary>
    protected static SqlLiteral List(IEnumerable<string> parts, string separator = ", ") =>
        new(string.Join(separator, parts));
}
