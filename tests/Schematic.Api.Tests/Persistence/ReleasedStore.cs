using System.IO.Compression;
using Npgsql;
using Schematic.Api.Tests.Environments;
using Schematic.Api.Tests.Maintenance;
using Schematic.Testing.Databases;
using Schematic.Testing.Hosting;
using Schematic.Testing.Processes;
using DatabaseProvider = Schematic.Testing.Databases.DatabaseProvider;

namespace Schematic.Api.Tests.Persistence;

/// <summary>
/// A store with something of everything, in the three forms in which an operator may have it: a file of SQLite, a dump
/// of PostgreSQL, and a backup. Each release leaves one behind, which every later version must open.
/// </summary>
internal sealed record ReleasedStore(string Folder)
{
    /// <summary>The key of the company that is in it.</summary>
    public const string Mark = "released";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Backup => Path.Combine(Folder, "schematic.backup");

    private string Sqlite => Path.Combine(Folder, "schematic.db.gz");

    private string PostgreSql => Path.Combine(Folder, "postgresql.sql.gz");

    /// <summary>Makes one of this build.</summary>
    public static async Task<ReleasedStore> CreateAsync(string folder)
    {
        Directory.CreateDirectory(folder);
        var store = new ReleasedStore(folder);
        await using var server = await ApiServer.StartAsync(DatabaseProvider.Sqlite);
        await FilledEnvironment.FillAsync(server, server.Gateway(), Mark, Cancellation);
        await server.StopAsync();
        await CommandRun.SucceedAsync(server.DatabaseSettings, "backup", store.Backup);
        // Whoever closes it last writes everything into the one file.
        await PackAsync(Path.Combine(server.DataPath, "schematic.db"), store.Sqlite);
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.PostgreSql);
        await CommandRun.SucceedAsync(database.Settings, "restore", store.Backup);
        var dump = Path.Combine(database.DataPath, "dump.sql");
        await ChildProcess.RunAsync(
            [PostgreSqlServer.PathTo("pg_dump"), "--no-owner", $"--file={dump}", Address(database)],
            Cancellation
        );
        await PackAsync(dump, store.PostgreSql);
        return store;
    }

    /// <summary>A database with the tables as that version left them.</summary>
    public async Task<TestDatabase> UnpackAsync(DatabaseProvider provider)
    {
        var database = await TestDatabase.CreateAsync(provider);
        if (provider == DatabaseProvider.Sqlite)
        {
            await UnpackAsync(Sqlite, Path.Combine(database.DataPath, "schematic.db"));
            return database;
        }

        var dump = Path.Combine(database.DataPath, "dump.sql");
        await UnpackAsync(PostgreSql, dump);
        await ChildProcess.RunAsync(
            [PostgreSqlServer.PathTo("psql"), "--quiet", "--set=ON_ERROR_STOP=1", $"--file={dump}", Address(database)],
            Cancellation
        );
        return database;
    }

    /// <summary>A database that was restored from the backup.</summary>
    public async Task<TestDatabase> RestoreAsync(DatabaseProvider provider)
    {
        var database = await TestDatabase.CreateAsync(provider);
        await CommandRun.SucceedAsync(database.Settings, "restore", Backup);
        return database;
    }

    private static string Address(TestDatabase database)
    {
        var address = new NpgsqlConnectionStringBuilder(database.Settings["ConnectionStrings:Schematic"]);
        return $"postgresql://{address.Username}:{address.Password}@{address.Host}:{address.Port}/{address.Database}";
    }

    private static async Task PackAsync(string from, string to)
    {
        await using var plain = File.OpenRead(from);
        await using var file = File.Create(to);
        await using var packed = new GZipStream(file, CompressionLevel.SmallestSize);
        await plain.CopyToAsync(packed, Cancellation);
    }

    private static async Task UnpackAsync(string from, string to)
    {
        await using var file = File.OpenRead(from);
        await using var packed = new GZipStream(file, CompressionMode.Decompress);
        await using var plain = File.Create(to);
        await packed.CopyToAsync(plain, Cancellation);
    }
}
