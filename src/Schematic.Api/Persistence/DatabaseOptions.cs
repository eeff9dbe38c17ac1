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
internal sealed record DatabaseOptions(DatabaseProvider Provider, string ConnectionString);
