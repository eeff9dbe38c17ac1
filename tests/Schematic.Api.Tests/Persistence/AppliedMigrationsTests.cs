using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Sqlite;
using Schematic.Testing;
using Schematic.Testing.Databases;
using Schematic.Testing.Processes;
using DatabaseProvider = Schematic.Testing.Databases.DatabaseProvider;

namespace Schematic.Api.Tests.Persistence;

public abstract class AppliedMigrationsTests(DatabaseProvider provider)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("20261121014825_Initial", "made by an earlier, unreleased build (20261121014825_Initial)")]
    [InlineData("99991231235959_Later", "made by a newer version (99991231235959_Later)")]
    public async Task A_database_of_another_build_is_refused_with_what_to_do_and_left_as_it_is(
        string migration,
        string words
    )
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await ExecuteAsync(
            database,
            $"""
            CREATE TABLE "__EFMigrationsHistory" ("MigrationId" varchar(150) NOT NULL PRIMARY KEY, "ProductVersion" varchar(32) NOT NULL);
            INSERT INTO "__EFMigrationsHistory" VALUES ('{migration}', '10.0.14');
            CREATE TABLE accounts (seq int NOT NULL)
            """
        );
        var before = await StateAsync(database);

        await using var program = StartProgram(database);
        var code = await program.WaitForExitAsync(Cancellation).WaitAsync(TimeSpan.FromSeconds(120), Cancellation);

        Assert.Equal(1, code);
        Assert.Contains(words, program.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", program.Output, StringComparison.Ordinal);
        Assert.Equal(before, await StateAsync(database));
    }

    private static ChildProcess StartProgram(TestDatabase database)
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        var assembly = Repository.PathTo(
            "src",
            "Schematic.Api",
            "bin",
            output.Parent!.Name,
            output.Name,
            "Schematic.Api.dll"
        );
        return ChildProcess.Start(
            [
                "dotnet",
                assembly,
                .. database.Settings.Select(static setting => $"--{setting.Key}={setting.Value}"),
                "--Api:Urls=http://127.0.0.1:0",
            ],
            workingFolder: database.DataPath
        );
    }

    /// <summary>Every table and index, and every migration.</summary>
    private async Task<IReadOnlyList<string>> StateAsync(TestDatabase database)
    {
        await using var connection = await OpenAsync(database);
        var state = new List<string>();
        foreach (
            var sql in new[]
            {
                provider == DatabaseProvider.Sqlite
                    ? "SELECT type || name FROM sqlite_master"
                    : "SELECT relkind::text || relname::text FROM pg_class WHERE relnamespace = 'public'::regnamespace",
                "SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\"",
            }
        )
        {
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            await using var reader = await command.ExecuteReaderAsync(Cancellation);
            while (await reader.ReadAsync(Cancellation))
                state.Add(reader.GetString(0));
        }

        state.Sort(StringComparer.Ordinal);
        return state;
    }

    private static async Task ExecuteAsync(TestDatabase database, string sql)
    {
        await using var connection = await OpenAsync(database);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    private static async Task<DbConnection> OpenAsync(TestDatabase database)
    {
        SqliteNative.EnsureLoaded();
        DbConnection connection =
            database.Provider == DatabaseProvider.Sqlite
                ? new SqliteConnection($"Data Source={Path.Combine(database.DataPath, "schematic.db")};Pooling=False")
                : new NpgsqlConnection(database.Settings["ConnectionStrings:Schematic"]);
        await connection.OpenAsync(Cancellation);
        return connection;
    }
}

public sealed class AppliedMigrationsTestsOnSqlite() : AppliedMigrationsTests(DatabaseProvider.Sqlite);

public sealed class AppliedMigrationsTestsOnPostgreSql() : AppliedMigrationsTests(DatabaseProvider.PostgreSql);

/// <summary>The rule itself, without a database.</summary>
public sealed class AppliedMigrationsRuleTests
{
    private static readonly string[] Known = ["2027_Initial", "2028_More"];

    [Theory]
    [InlineData(null)]
    [InlineData(null, "2027_Initial")]
    [InlineData(null, "2027_Initial", "2028_More")]
    [InlineData("newer version (2030_Last)", "2027_Initial", "2028_More", "2029_Next", "2030_Last")]
    [InlineData("earlier, unreleased build (2026_Initial)", "2026_Initial")]
    [InlineData("earlier, unreleased build (2027_Other)", "2027_Initial", "2027_Other")]
    [InlineData("earlier, unreleased build (2026_Initial)", "2026_Initial", "2029_Next")]
    public void What_the_database_has_must_be_known(string? mistake, params string[] applied)
    {
        var found = AppliedMigrations.FindMistake(Known, applied, "here");

        if (mistake is null)
            Assert.Null(found);
        else
            Assert.Contains("the database at here was made by a", found, StringComparison.Ordinal);
        Assert.Contains(mistake ?? "", found ?? "", StringComparison.Ordinal);
    }
}
