using Schematic.Api.Hosting;
using Schematic.Api.Persistence;

namespace Schematic.Api.Maintenance.Doctor;

/// <summary>
/// Looks at everything a server needs and changes nothing, also while one is at work: a line for each finding.
/// </summary>
/// <param name="root">The folder that a relative <c>Data:Path</c> starts from.</param>
internal sealed class DoctorCommand(IConfiguration configuration, string root, TimeProvider time)
{
    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<Finding> certificates = [.. new CertificateCheck(configuration, root, time).Run()];
        if (ApiApplication.Errors(configuration, root) is { Count: > 0 } errors)
            return
            [
                .. errors.Select(static error => new Finding(Health.Wrong, "settings", error)),
                .. certificates,
                new Finding(Health.Warning, "database", "Not looked at: mend the settings first."),
            ];

        var database = ApiSettings.Read(configuration, root).Database;
        return
        [
            new Finding(Health.Ok, "settings", "All settings can be read."),
            .. FolderCheck.Run(FolderOf(database), database.Provider == DatabaseProvider.Sqlite),
            .. await new DatabaseCheck(database, time).RunAsync(cancellationToken),
            .. certificates,
        ];
    }

    // On PostgreSQL only the keys of the console are there.
    private string FolderOf(DatabaseOptions database) =>
        database.Provider == DatabaseProvider.Sqlite
            ? Path.GetDirectoryName(SqliteFile(database))!
            : Path.GetFullPath(configuration["Data:Path"] is { Length: > 0 } folder ? folder : "data", root);

    private static string SqliteFile(DatabaseOptions database) =>
        new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(database.ConnectionString).DataSource;
}
