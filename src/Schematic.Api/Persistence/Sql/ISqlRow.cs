using System.Data.Common;

namespace Schematic.Api.Persistence.Sql;

/// <summary>A row of a result, by the numbers of its columns; valid only while it is read.</summary>
internal interface ISqlRow
{
    long Number(int column);

    string Text(int column);

    DateTimeOffset Time(int column);
}

/// <summary>The row that a reader stands on.</summary>
internal sealed class ReaderRow(DbDataReader reader, SqlDialect dialect) : ISqlRow
{
    public long Number(int column) => Convert.ToInt64(reader.GetValue(column), null);

    public string Text(int column) => reader.GetString(column);

    public DateTimeOffset Time(int column) => dialect.ReadTime(reader, column);
}
