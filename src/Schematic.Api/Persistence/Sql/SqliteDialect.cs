using System.Data.Common;
using System.Numerics;
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

    // JSON has no bytes. The last row is repeated up to a power of two, so that there are few texts to parse.
    public override SqlText Table(SqlRows rows)
    {
        var names = List(rows.Columns.Select(static (column, i) => $"column{i + 1} AS {column}"));
        var sql = new SqlText($"(SELECT {names} FROM (VALUES ");
        var count = (int)BitOperations.RoundUpToPowerOf2((uint)rows.Rows.Count);
        for (var i = 0; i < count; i++)
            sql.Append($"{new SqlLiteral(i == 0 ? "" : ", ")}{rows.Rows[Math.Min(i, rows.Rows.Count - 1)]}");
        return sql.Append($")) u");
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
}
