using System.Buffers;
using System.Reflection;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Schematic.Api.Persistence.Sql;

/// <summary>
/// Statements of one connection, prepared once and driven below ADO.NET, which spends several times what SQLite itself
/// does on a statement that writes one row.
/// </summary>
internal sealed class SqliteStatements(SqliteConnection connection) : IDisposable
{
    // Texts vary with the number of keys and traits: enough for the usual shapes, bounded for the rest.
    private const int Capacity = 256;

    // Its type is of a version of SQLitePCLRaw that the compiler does not see: see SqliteNative.
    private static readonly PropertyInfo Handle = typeof(SqliteConnection).GetProperty("Handle")!;

    private readonly Dictionary<string, List<sqlite3_stmt>> _statements = new(StringComparer.Ordinal);

    private sqlite3 Database => field ??= (sqlite3)Handle.GetValue(connection)!;

    /// <param name="sql">Any number of statements; each value appears once, in its order.</param>
    /// <param name="read">Called with each row of each result.</param>
    /// <exception cref="SqliteException">As from a command.</exception>
    public void Run(SqlText sql, Action<ISqlRow>? read = null)
    {
        var bound = 0;
        foreach (var statement in For(sql.ToString()))
        {
            var count = raw.sqlite3_bind_parameter_count(statement);
            Run(statement, sql.Values.Skip(bound).Take(count), read);
            bound += count;
        }
    }

    public void Dispose()
    {
        foreach (var statement in _statements.Values.SelectMany(static statements => statements))
            statement.Dispose();
        _statements.Clear();
    }

    private void Run(sqlite3_stmt statement, IEnumerable<object?> values, Action<ISqlRow>? read)
    {
        try
        {
            var index = 0;
            foreach (var value in values)
                Check(Bind(statement, ++index, SqlDialect.Sqlite.Value(value)));
            Row? row = null;
            int code;
            while ((code = raw.sqlite3_step(statement)) == raw.SQLITE_ROW)
                read?.Invoke(row ??= new Row(statement));
            if (code != raw.SQLITE_DONE)
                Check(code);
        }
        finally
        {
            // Says again what the last step said, which has been told.
            _ = raw.sqlite3_reset(statement);
        }
    }

    private List<sqlite3_stmt> For(string text)
    {
        if (_statements.TryGetValue(text, out var known))
            return known;
        if (_statements.Count == Capacity)
            Dispose();
        var statements = new List<sqlite3_stmt>();
        for (var rest = text; !string.IsNullOrWhiteSpace(rest); )
        {
            Check(raw.sqlite3_prepare_v2(Database, rest, out var statement, out rest));
            statements.Add(statement);
        }

        return _statements[text] = statements;
    }

    private static int Bind(sqlite3_stmt statement, int index, object value) =>
        value switch
        {
            DBNull => raw.sqlite3_bind_null(statement, index),
            // No bytes would mean null.
            "" => raw.sqlite3_bind_text(statement, index, ""),
            string text => BindText(statement, index, text),
            byte[] { Length: 0 } => raw.sqlite3_bind_zeroblob(statement, index, 0),
            byte[] bytes => raw.sqlite3_bind_blob(statement, index, bytes),
            long number => raw.sqlite3_bind_int64(statement, index, number),
            int number => raw.sqlite3_bind_int64(statement, index, number),
            short number => raw.sqlite3_bind_int64(statement, index, number),
            bool flag => raw.sqlite3_bind_int64(statement, index, flag ? 1 : 0),
            double number => raw.sqlite3_bind_double(statement, index, number),
            _ => throw new NotSupportedException($"A {value.GetType().Name} cannot be stored."),
        };

    private static int BindText(sqlite3_stmt statement, int index, string text)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        var code = raw.sqlite3_bind_text(
            statement,
            index,
            bytes.AsSpan(0, Encoding.UTF8.GetBytes(text, 0, text.Length, bytes, 0))
        );
        ArrayPool<byte>.Shared.Return(bytes);
        return code;
    }

    private void Check(int code)
    {
        if (code == raw.SQLITE_OK)
            return;
        var message = $"SQLite Error {code}: '{raw.sqlite3_errmsg(Database).utf8_to_string()}'.";
        throw new SqliteException(message, code & 0xFF, raw.sqlite3_extended_errcode(Database));
    }

    private sealed class Row(sqlite3_stmt statement) : ISqlRow
    {
        public long Number(int column) => raw.sqlite3_column_int64(statement, column);

        public string Text(int column) => raw.sqlite3_column_text(statement, column).utf8_to_string();

        public DateTimeOffset Time(int column) => SqlDialect.FromMicroseconds(Number(column));
    }
}
