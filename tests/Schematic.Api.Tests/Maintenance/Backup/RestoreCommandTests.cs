using Schematic.Api.Maintenance.Backup;
using Schematic.Api.Tests.Persistence;
using Schematic.Testing.Databases;
using Schematic.Testing.Hosting;
using DatabaseProvider = Schematic.Testing.Databases.DatabaseProvider;

namespace Schematic.Api.Tests.Maintenance.Backup;

public abstract class RestoreCommandTests(DatabaseProvider provider)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_database_that_is_not_empty_is_refused_and_stays_as_it_is()
    {
        using var backup = await BackupAsync();
        await using var server = await ApiServer.StartAsync(provider);
        var before = await TableDump.OfAsync(server);
        // A server keeps its folder to itself.
        if (provider == DatabaseProvider.Sqlite)
            await server.StopAsync();

        var refusal = await CommandRun.RefusedAsync(server.DatabaseSettings, "restore", backup.Path);

        Assert.Contains("is not empty", refusal, StringComparison.Ordinal);
        if (provider == DatabaseProvider.Sqlite)
            await server.RestartAsync();
        Assert.Equal(before, await TableDump.OfAsync(server));
    }

    [Fact]
    public async Task A_database_that_a_server_has_made_and_nobody_has_set_up_is_empty()
    {
        using var backup = await BackupAsync();
        await using var server = await ApiServer.StartAsync(provider, ApiServerOptions.Blank);
        await server.StopAsync();

        await CommandRun.SucceedAsync(server.DatabaseSettings, "restore", backup.Path);

        await server.RestartAsync();
        Assert.Equal(3, (await server.Gateway(Keys).Environments.ListAsync(new(), Cancellation)).Data.Count);
    }

    [Fact]
    public async Task What_is_not_whole_damaged_or_of_another_schema_is_refused_before_anything_is_made()
    {
        using var backup = await BackupAsync();
        var lines = await backup.ReadLinesAsync();
        await using var database = await TestDatabase.CreateAsync(provider);

        await backup.WriteLinesAsync(lines.SkipLast(1));
        var short1 = await CommandRun.RefusedAsync(database.Settings, "restore", backup.Path);
        await backup.WriteLinesAsync(
            lines.Select(static line => line.Replace("Staging", "Stage", StringComparison.Ordinal))
        );
        var damaged = await CommandRun.RefusedAsync(database.Settings, "restore", backup.Path);
        var newer = lines[0].Replace("_Initial\"]", "_Initial\",\"99991231235959_Later\"]", StringComparison.Ordinal);
        await backup.WriteLinesAsync(Whole([newer, .. lines.Skip(1)]));
        var later = await CommandRun.RefusedAsync(database.Settings, "restore", backup.Path);

        Assert.Contains("is not whole", short1, StringComparison.Ordinal);
        Assert.Contains("is damaged", damaged, StringComparison.Ordinal);
        Assert.Contains("newer version (schema 99991231235959_Later)", later, StringComparison.Ordinal);
        if (provider == DatabaseProvider.Sqlite)
            Assert.Empty(Directory.EnumerateFiles(database.DataPath));
        // There is nothing in it, or this would be refused.
        await backup.WriteLinesAsync(lines);
        await CommandRun.SucceedAsync(database.Settings, "restore", backup.Path);
    }

    [Fact]
    public async Task A_row_that_the_database_refuses_leaves_it_empty()
    {
        using var backup = await BackupAsync();
        var lines = (await backup.ReadLinesAsync()).ToList();
        await using var database = await TestDatabase.CreateAsync(provider);
        var end = lines.FindIndex(static line => line.StartsWith("{\"end\":\"api_keys\"", StringComparison.Ordinal));
        var broken = lines.ToList();
        broken.Insert(end, lines[end - 1]);
        broken[end + 1] = broken[end + 1].Replace("\"rows\":3", "\"rows\":4", StringComparison.Ordinal);
        await backup.WriteLinesAsync(Whole(broken));

        await CommandRun.RefusedAsync(database.Settings, "restore", backup.Path);

        await backup.WriteLinesAsync(lines);
        await CommandRun.SucceedAsync(database.Settings, "restore", backup.Path);
    }

    private static string Keys => Testing.Hosting.ApiKeys.Console;

    /// <summary>The lines with the end that belongs to them.</summary>
    private static IEnumerable<string> Whole(IReadOnlyList<string> lines)
    {
        var text = string.Concat(lines.SkipLast(1).Select(static line => $"{line}\n"));
        var sum = Convert.ToHexString(
            System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text))
        );
        var rows = lines.Count(static line => line[0] == '[');
        return lines.SkipLast(1).Append($$"""{"end":"schematic-backup","rows":{{rows}},"sha256":"{{sum}}"}""");
    }

    /// <summary>A backup of a store that has been set up, and no more.</summary>
    private static async Task<BackupFile> BackupAsync()
    {
        var backup = new BackupFile();
        await using var server = await ApiServer.StartAsync(DatabaseProvider.Sqlite);
        await CommandRun.SucceedAsync(server.DatabaseSettings, "backup", backup.Path);
        return backup;
    }
}

public sealed class RestoreCommandTestsOnSqlite() : RestoreCommandTests(DatabaseProvider.Sqlite)
{
    [Fact]
    public async Task A_folder_that_a_server_uses_is_refused()
    {
        using var backup = new BackupFile();
        await using var server = await ApiServer.StartAsync(DatabaseProvider.Sqlite);
        await CommandRun.SucceedAsync(server.DatabaseSettings, "backup", backup.Path);

        var refusal = await CommandRun.RefusedAsync(server.DatabaseSettings, "restore", backup.Path);

        Assert.Contains("another process already uses", refusal, StringComparison.Ordinal);
    }
}

public sealed class RestoreCommandTestsOnPostgreSql() : RestoreCommandTests(DatabaseProvider.PostgreSql);

/// <summary>The rule itself, without a database.</summary>
public sealed class RestoreCommandRuleTests
{
    private static readonly string[] Known = ["2027_Initial", "2028_More"];

    [Theory]
    [InlineData(null, "2027_Initial")]
    [InlineData(null, "2027_Initial", "2028_More")]
    [InlineData("newer version (schema 2029_Next)", "2027_Initial", "2028_More", "2029_Next")]
    [InlineData("earlier, unreleased build (schema 2026_Initial)", "2026_Initial")]
    [InlineData("earlier, unreleased build (schema 2028_More)", "2028_More")]
    public void The_schema_of_a_backup_must_be_known(string? mistake, params string[] migrations)
    {
        var found = RestoreCommand.FindMistake(Known, migrations, "file");

        if (mistake is null)
            Assert.Null(found);
        else
            Assert.Contains(mistake, found, StringComparison.Ordinal);
    }
}
