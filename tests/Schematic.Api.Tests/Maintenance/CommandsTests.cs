using Schematic.Api.Maintenance;
using Schematic.Api.Tests.Maintenance.Backup;
using Schematic.Testing;
using Schematic.Testing.Databases;
using Schematic.Testing.Hosting;
using Schematic.Testing.Processes;
using DatabaseProvider = Schematic.Testing.Databases.DatabaseProvider;

namespace Schematic.Api.Tests.Maintenance;

public sealed class CommandsTests
{
    private static readonly Dictionary<string, string> Nothing = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true, "backup", "file")]
    [InlineData(true, "bakcup")]
    [InlineData(true, "doctor", "--Data:Path=data")]
    [InlineData(false)]
    [InlineData(false, "--Data:Path=data", "backup")]
    [InlineData(false, "/Data:Path=data")]
    [InlineData(false, "Data:Path=data")]
    public void Only_a_first_word_that_is_no_setting_is_a_command(bool isCommand, params string[] args) =>
        Assert.Equal(isCommand, Commands.IsCommand(args));

    [Theory]
    [InlineData("bakcup", "file")]
    [InlineData("backup")]
    [InlineData("restore", "--Data:Path=data")]
    public async Task What_is_not_understood_is_answered_with_what_there_is(params string[] command) =>
        Assert.Contains("restore FILE", await CommandRun.RefusedAsync(Nothing, command), StringComparison.Ordinal);

    [Fact]
    public async Task Wrong_settings_are_named() =>
        Assert.Contains(
            "Database:Provider is \"Oracle\"",
            await CommandRun.RefusedAsync(
                new Dictionary<string, string> { ["Database:Provider"] = "Oracle" },
                "backup",
                "/nowhere/file"
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task A_database_that_cannot_be_reached_is_said_in_a_line()
    {
        using var backup = new BackupFile();
        var refusal = await CommandRun.RefusedAsync(
            new Dictionary<string, string>
            {
                ["Database:Provider"] = "PostgreSql",
                ["ConnectionStrings:Schematic"] = $"Host=127.0.0.1;Port={FreePort.Next()};Database=x;Username=x",
            },
            "backup",
            backup.Path
        );

        Assert.Contains("Failed to connect to 127.0.0.1", refusal, StringComparison.Ordinal);
        Assert.Empty(backup.FilesInFolder);
    }

    [Fact]
    public async Task The_program_backs_up_the_folder_of_another_process_that_serves_and_says_so_with_its_exit_code()
    {
        using var backup = new BackupFile();
        await using var server = await ServerProcess.StartAsync(ServerProgram.Api, DatabaseProvider.Sqlite);

        await using var first = Start(server, "backup", backup.Path);
        Assert.Equal(0, await first.WaitForExitAsync(Cancellation));
        await using var second = Start(server, "backup", backup.Path);
        Assert.Equal(1, await second.WaitForExitAsync(Cancellation));

        Assert.StartsWith("Backed up ", first.Output, StringComparison.Ordinal);
        Assert.EndsWith("exists already. Name a file that does not.", second.Output.Trim(), StringComparison.Ordinal);
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await CommandRun.SucceedAsync(database.Settings, "restore", backup.Path);
        // Reading beside the server must not have taken its files from it.
        using var gateway = server.Gateway();
        Assert.Single((await gateway.Environments.ListAsync(new(), Cancellation)).Data);
    }

    private static ChildProcess Start(ServerProcess server, params string[] command)
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
        return ChildProcess.Start([
            "dotnet",
            assembly,
            .. command,
            .. server.DatabaseSettings.Select(static setting => $"--{setting.Key}={setting.Value}"),
        ]);
    }
}
