using System.Data.Common;
using Npgsql;

namespace Schematic.Api.Persistence.Sql;

/// <summary>
/// Any number of values is one array: the server plans a text once, however many there are, and keeps the plan.
/// </summary>
internal sealed class PostgreSqlDialect : SqlDialect
{
    public override string ForUpdate => " FOR UPDATE";

    public override string ForUpdateSkippingLocked => " FOR UPDATE SKIP LOCKED";

    public override string ForShare => " FOR SHARE";

    public override SqlText? HoldUpWriters(SqlLiteral table) => new($"LOCK TABLE {table} IN SHARE ROW EXCLUSIVE MODE");

    public override DbParameter Parameter(string name, object? value) => new NpgsqlParameter(name, Value(value));

    public override object Value(object? value) => value is SqlArray array ? array.Values : value ?? DBNull.Value;

    public override DateTimeOffset ReadTime(DbDataReader reader, int column) =>
        reader.GetFieldValue<DateTimeOffset>(column);

    public override SqlText Among(SqlArray values) => new($"= ANY ({values})");

    public override SqlText Table(SqlRows rows)
    {
        var sql = new SqlText($"unnest(");
        for (var i = 0; i < rows.Columns.Count; i++)
            sql.Append($"{new SqlLiteral(i == 0 ? "" : ", ")}{new SqlArray(rows.Column(i))}");
        return sql.Append($") AS u({List(rows.Columns)})");
    }

    public override IEnumerable<SqlText> Insert(SqlLiteral table, SqlRows rows, string conflict = "") =>
        rows.Rows.Count == 0
            ? []
            :
            [
                new SqlText(
                    $"INSERT INTO {table} ({List(rows.Columns)}) SELECT * FROM {Table(rows)} {new SqlLiteral(conflict)}"
                ),
            ];

    public override IEnumerable<SqlText> Update(SqlLiteral table, SqlRows rows) =>
        rows.Rows.Count == 0
            ? []
            :
            [
                new SqlText(
                    $"""
                    UPDATE {table} t SET {List(rows.Columns.Skip(1).Select(static column => $"{column} = u.{column}"))}
                    FROM {Table(rows)} WHERE t.{new SqlLiteral(rows.Columns[0])} = u.{new SqlLiteral(rows.Columns[0])}
                    """
                ),
            ];

    public override IEnumerable<SqlText> Delete(SqlLiteral table, SqlRows rows) =>
        rows.Rows.Count == 0
            ? []
            :
            [
                new SqlText(
                    $"""
                    DELETE FROM {table} t USING {Table(rows)}
                    WHERE {List(rows.Columns.Select(static column => $"t.{column} = u.{column}"), " AND ")}
                    """
                ),
            ];
}
