using Microsoft.Data.Sqlite;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Sqlite;

namespace Schematic.Api.Hosting.Start;

/// <summary>Everything outside of it that a program needs for its start.</summary>
internal sealed record StartPlan
{
    private const string DataPath = "Data:Path";

    /// <summary>The folder that relative paths start from.</summary>
    public required string Root { get; init; }

    public required IReadOnlyList<ListenAddress> Addresses { get; init; }

    public required IReadOnlyList<DataFolder> Folders { get; init; }

    /// <summary>Null for a console whose API runs elsewhere.</summary>
    public required DatabaseOptions? Database { get; init; }

    /// <summary>The file of SQLite; null where that is not used.</summary>
    private string? File =>
        Database is { Provider: DatabaseProvider.Sqlite }
            ? new SqliteConnectionStringBuilder(Database.ConnectionString).DataSource
            : null;

    /// <param name="root">The folder that relative paths start from.</param>
    /// <param name="consoleUrl">
    /// Where the console listens unless its settings say otherwise; null for the API alone.
    /// </param>
    /// <exception cref="InvalidConfigurationException">Any setting is wrong.</exception>
    public static StartPlan Read(IConfiguration configuration, string root, string? consoleUrl)
    {
        var settings = ApiSettings.Read(configuration, root);
        var file = new StartPlan
        {
            Root = root,
            Addresses = [],
            Folders = [],
            Database = settings.Database,
        }.File;
        DataFolder[] folders = file is null
            ? []
            : [new(IsNamed(configuration) ? DatabaseTrouble.Setting : DataPath, Path.GetDirectoryName(file)!)];
        return consoleUrl is null
            ? new StartPlan
            {
                Root = root,
                Addresses = ListenAddress.OfApiAlone(configuration, settings.Urls),
                Folders = folders,
                Database = settings.Database,
            }
            : new StartPlan
            {
                Root = root,
                Addresses =
                [
                    .. ListenAddress.OfConsole(configuration, consoleUrl),
                    .. ListenAddress.OfApi(settings.Urls),
                ],
                Folders = [.. folders.Append(OfKeys(configuration, root)).DistinctBy(static folder => folder.Path)],
                Database = settings.Database,
            };
    }

    /// <summary>That of a console whose API runs elsewhere.</summary>
    public static StartPlan ReadConsoleAlone(IConfiguration configuration, string root, string consoleUrl) =>
        new()
        {
            Root = root,
            Addresses = ListenAddress.OfConsole(configuration, consoleUrl),
            Folders = [OfKeys(configuration, root)],
            Database = null,
        };

    /// <summary>The problem of a database that a server has open; null if none has.</summary>
    public StartProblem? FindUser() =>
        File is { } file && SqliteDatabase.IsInUse(file)
            ? new(SqliteDatabase.InUse(file), $"{file} is in use, as it is while the server runs.")
            : null;

    // The console keeps the keys of its cookies there, whatever the database is.
    private static DataFolder OfKeys(IConfiguration configuration, string root) =>
        new(
            DataPath,
            Path.TrimEndingDirectorySeparator(
                Path.GetFullPath(configuration[DataPath] is { Length: > 0 } folder ? folder : "data", root)
            )
        );

    private static bool IsNamed(IConfiguration configuration) =>
        new SqliteConnectionStringBuilder(configuration.GetConnectionString("Schematic")).DataSource.Length > 0;
}
