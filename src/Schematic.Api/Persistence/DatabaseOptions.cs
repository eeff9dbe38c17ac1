namespace Schematic.Api.Persistence;

internal enum DatabaseProvider
{
    Sqlite,
    PostgreSql,
}

/// <summary>Which database, and where it is.</summary>
/// <param name="ConnectionString">
/// For SQLite the data source is a file under <c>Data:Path</c> unless configured otherwise.
/// </param>
/// <param name="DirectConnectionString">
/// Where <paramref name="ConnectionString"/> leads to a pooler of PostgreSQL: an address of the database itself, for
/// what needs a session of its own. Null if there is none.
/// </param>
/// <param name="ReplicaConnectionString">
/// A streaming replica of PostgreSQL that serves lists and counts. Null if there is none.
/// </param>
internal sealed record DatabaseOptions(
    DatabaseProvider Provider,
    string ConnectionString,
    string? DirectConnectionString = null,
    string? ReplicaConnectionString = null
)
{
    public DatabasePatience Patience { get; init; } = DatabasePatience.Default;
}
