using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Schematic.Api.Persistence.Sql;

/// <summary>
/// SQLite parses a statement each time unless the same command runs again; the writer, whose statements are few, keeps
/// them.
/// </summary>
internal sealed class CommandCache(SqliteConnection connection) : IDisposable
{
    // Texts vary with the number of keys and traits: enough for the usual shapes, bounded for the rest.
    private const int Capacity = 256;
    private readonly Dictionary<string, DbCommand> _commands = new(StringComparer.Ordinal);

    /// <summary>For statements that write a row: they cost much less there.</summary>
    public SqliteStatements Statements { get; } = new(connection);

    public DbCommand For(SqlText sql)
    {
        var text = sql.ToString();
        if (_commands.TryGetValue(text, out var command))
            return command;
        if (_commands.Count == Capacity)
            Clear();
        return _commands[text] = connection.CreateCommand();
    }

    public void Dispose()
    {
        Clear();
        Statements.Dispose();
    }

    private void Clear()
    {
        foreach (var command in _commands.Values)
            command.Dispose();
        _commands.Clear();
    }
}
