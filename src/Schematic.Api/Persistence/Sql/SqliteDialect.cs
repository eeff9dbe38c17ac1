using System.Data.Common;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Schematic.Api.Persistence.Sql;

internal sealed class SqliteDialect : SqlDialect
{
    // One writer at a time: a transaction that writes has the whole database to itself.
    public override string ForUpdate => "";

    public override string ForUpdateSkippingLocked => "";

    public override string ForShare => "";

    public override SqlText? HoldUpWriters(SqlLiteral table) => null;

    public override DbParameter Parameter(string name, object? value) => new SqliteParameter(name, Value(value));

    public override object Value(object? value) =>
        value switch
        {
            null => DBNull.Value,
            DateTimeOffset time => ToMicroseconds(time),
            SqlArray array => JsonSerializer.Serialize(array.Values, array.Values.GetType()),
            _ => value,
        };

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

    // There is no way to the server to be saved, and one text for every row is parsed once.
    public override IEnumerable<SqlText> Insert(SqlLiteral table, SqlRows rows, string conflict = "") =>
        ForEach(
            rows.Rows,
            row => new SqlText($"INSERT INTO {table} ({List(rows.Columns)}) VALUES {row} {new SqlLiteral(conflict)}")
        );

    public override IEnumerable<SqlText> Update(SqlLiteral table, SqlRows rows) =>
        ForEach(
            rows.Rows.Select(static row => (object?[])[.. row[1..], row[0]]),
            row => new SqlText(
                $"""
                UPDATE {table} SET ({List(rows.Columns.Skip(1))}) = {row[..^1]}
                WHERE {new SqlLiteral(rows.Columns[0])} = {row[^1]}
                """
            )
        );

    public override IEnumerable<SqlText> Delete(SqlLiteral table, SqlRows rows) =>
        ForEach(rows.Rows, row => new SqlText($"DELETE FROM {table} WHERE ({List(rows.Columns)}) = {row}"));

    private static IEnumerable<SqlText> ForEach(IEnumerable<object?[]> rows, Func<object?[], SqlText> write)
    {
        SqlText? text = null;
        foreach (var row in rows)
            yield return text = text?.With(row) ?? write(row);
    }

    private static object? ToJson(object? value) =>
        value switch
        {
            byte[] => null,
            DateTimeOffset time => ToMicroseconds(time),
            _ => value,
        };
}
