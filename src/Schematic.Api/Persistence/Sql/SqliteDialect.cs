using System.Data.Common;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Schematic.Api.Persistence.Sql;

internal sealed class SqliteDialect : SqlDialect
{
    // One writer at a time: a transaction that writes has the whole database to itself.
    public override string ForUpdate => "";

    public override SqlText? HoldUpWriters(SqlLiteral table) => null;

    public override DbParameter Parameter(string name, object? value) =>
        new SqliteParameter(
            name,
            value switch
            {
                null => DBNull.Value,
                DateTimeOffset time => ToMicroseconds(time),
                SqlArray array => JsonSerializer.Serialize(array.Values, array.Values.GetType()),
                _ => value,
            }
        );

    public override DateTimeOffset ReadTime(DbDataReader reader, int column) =>
        FromMicroseconds(reader.GetInt64(column));

    public override SqlText Among(SqlArray values) => new($"IN (SELECT value FROM json_each({values}))");

    // Few parameters, however many rows: the driver looks each up by its name, among all names, for each statement.
    // JSON has no bytes: those of a column, all of one length, are one after the other in a parameter of their own.
    public override SqlText Table(SqlRows rows)
    {
        var sql = new SqlText($"(SELECT ");
        for (var i = 0; i < rows.Columns.Count; i++)
        {
            if (i > 0)
                sql.Append($", ");
            if (rows.Column(i) is byte[][] bytes)
            {
                var (all, length) = (bytes.SelectMany(static one => one).ToArray(), bytes[0].Length);
                sql.Append($"substr({all}, 1 + key * {length}, {length})");
            }
            else
                sql.Append($"json_extract(value, {$"$[{i}]"})");
            sql.Append($" AS {new SqlLiteral(rows.Columns[i])}");
        }

        var json = JsonSerializer.Serialize(rows.Rows.Select(static row => row.Select(ToJson)));
        return sql.Append($" FROM json_each({json})) u");
    }

    // There is no way to the server to be saved, and one text for one row is parsed once.
    public override IEnumerable<SqlText> Insert(SqlLiteral table, SqlRows rows, string conflict = "") =>
        rows.Rows.Select(row => new SqlText(
            $"INSERT INTO {table} ({List(rows.Columns)}) VALUES {row} {new SqlLiteral(conflict)}"
        ));

    public override IEnumerable<SqlText> Update(SqlLiteral table, SqlRows rows)
    {
        foreach (var row in rows.Rows)
        {
            var sql = new SqlText($"UPDATE {table} SET ");
            for (var i = 1; i < row.Length; i++)
                sql.Append($"{new SqlLiteral(i == 1 ? "" : ", ")}{new SqlLiteral(rows.Columns[i])} = {row[i]}");
            yield return sql.Append($" WHERE {new SqlLiteral(rows.Columns[0])} = {row[0]}");
        }
    }

    public override IEnumerable<SqlText> Delete(SqlLiteral table, SqlRows rows) =>
        rows.Rows.Select(row => new SqlText($"DELETE FROM {table} WHERE ({List(rows.Columns)}) = {row}"));

    private static object? ToJson(object? value) =>
        value switch
        {
            byte[] => null,
            DateTimeOffset time => ToMicroseconds(time),
            _ => value,
        };
}
