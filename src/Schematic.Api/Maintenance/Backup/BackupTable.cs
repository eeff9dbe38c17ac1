namespace Schematic.Api.Maintenance.Backup;

/// <summary>Type of a column, the same for both databases. The names are written into backups.</summary>
internal enum ColumnKind
{
    Bool,
    Int16,
    Int32,
    Int64,
    Text,
    Bytes,

    /// <summary>An instant to the microsecond; written as microseconds since 1970.</summary>
    Time,
}

internal sealed record BackupColumn(string Name, ColumnKind Kind);

/// <summary>A table as a backup holds it.</summary>
/// <param name="Counter">
/// The column whose numbers the database counts up and never gives twice; null if there is none.
/// </param>
internal sealed record BackupTable(string Name, IReadOnlyList<BackupColumn> Columns, string? Counter)
{
    /// <summary>Names of the columns, quoted, as SQL lists them.</summary>
    public string ColumnList => string.Join(", ", Columns.Select(static column => Quote(column.Name)));

    /// <summary>The name of the table, as SQL writes it.</summary>
    public string QuotedName => Quote(Name);

    // Some columns are called like words of SQL. The names are ours, or were checked by the reader of a backup.
    private static string Quote(string name) => $"\"{name}\"";
}
