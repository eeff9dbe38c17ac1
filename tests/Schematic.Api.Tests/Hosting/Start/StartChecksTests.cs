using System.Net;
using System.Net.Sockets;
using Schematic.Api.Tests.Maintenance.Backup;
using Schematic.Testing.Hosting;
using Schematic.Testing.Processes;
using DatabaseProvider = Schematic.Testing.Databases.DatabaseProvider;

namespace Schematic.Api.Tests.Hosting.Start;

/// <summary>Each way in which a start fails before anybody sees a page, of the programs as they are shipped.</summary>
public sealed class StartChecksTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("schematic-start-").FullName;

    private (string, string) Data => ("Data:Path", _folder);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(ServerProgram.Api, "Api:Urls", "Api:Urls")]
    [InlineData(ServerProgram.Console, "Api:Urls", "Api:Urls")]
    [InlineData(ServerProgram.Console, "urls", "ASPNETCORE_URLS")]
    [InlineData(ServerProgram.Console, "Kestrel:Endpoints:Own:Url", "Kestrel:Endpoints:Own:Url")]
    public async Task A_port_that_is_taken_is_named_with_its_setting(ServerProgram program, string name, string said)
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var address = RefusedStart.Address(((IPEndPoint)taken.LocalEndpoint).Port);

        var refused = await RefusedStart.RunAsync(program, Data, (name, address));

        var reason = Assert.Single(refused.Reasons);
        Assert.StartsWith($"{said}: {address} is taken by another program", reason, StringComparison.Ordinal);
        Assert.Contains($"like --{name}=http://localhost:", reason, StringComparison.Ordinal);
        AssertNothingMade();
    }

    [Theory]
    [InlineData("http://127.0.0.1:{0}", "http://localhost:{0}")]
    [InlineData("http://*:{0}", "http://127.0.0.1:{0}")]
    public async Task Console_and_api_on_one_port_are_told_apart(string console, string api)
    {
        var port = FreePort.Next();
        (console, api) = (string.Format(null, console, port), string.Format(null, api, port));

        var refused = await RefusedStart.RunAsync(ServerProgram.Console, Data, ("urls", console), ("Api:Urls", api));

        Assert.StartsWith(
            $"Api:Urls: {api} has the same port as {console} of ASPNETCORE_URLS.",
            Assert.Single(refused.Reasons),
            StringComparison.Ordinal
        );
        AssertNothingMade();
    }

    [Fact]
    public async Task An_address_of_another_machine_is_named() =>
        Assert.All(
            await RefusedStart.BothAsync(Data, ("Api:Urls", "http://192.0.2.1:5081")),
            static refused =>
                Assert.Equal(
                    ["Api:Urls: http://192.0.2.1:5081 is no address of this machine. Name one that is."],
                    refused.Reasons
                )
        );

    [Theory]
    [InlineData(ServerProgram.Api, "Api:Urls", "Api:Urls", "Kestrel:Certificates:Default:Path names no certificate")]
    [InlineData(ServerProgram.Console, "Api:Urls", "Api:Urls", "the API beside a console has no certificate")]
    [InlineData(
        ServerProgram.Console,
        "urls",
        "ASPNETCORE_URLS",
        "Kestrel:Certificates:Default:Path names no certificate"
    )]
    [InlineData(
        ServerProgram.Api,
        "Kestrel:Endpoints:Own:Url",
        "Kestrel:Endpoints:Own:Url",
        "Kestrel:Certificates:Default:Path names no certificate"
    )]
    public async Task An_address_of_https_without_a_certificate_is_named(
        ServerProgram program,
        string name,
        string said,
        string words
    )
    {
        const string address = "https://127.0.0.1:0";

        var refused = await RefusedStart.RunAsync(program, Data, (name, address));

        Assert.StartsWith(
            $"{said}: {address} is one of HTTPS, and {words}.",
            Assert.Single(refused.Reasons),
            StringComparison.Ordinal
        );
        AssertNothingMade();
    }

    [Fact]
    public async Task A_certificate_that_cannot_be_read_is_named()
    {
        const string address = "https://127.0.0.1:0";
        var file = Path.Combine(_folder, "server.pfx");
        await File.WriteAllTextAsync(file, "no certificate", TestContext.Current.CancellationToken);

        foreach (var path in (string[])[file, file + ".missing"])
        {
            var refused = await RefusedStart.RunAsync(
                ServerProgram.Console,
                Data,
                ("urls", address),
                ("Kestrel:Certificates:Default:Path", path)
            );

            var reason = Assert.Single(refused.Reasons);
            Assert.StartsWith(
                $"ASPNETCORE_URLS: the certificate of {address} cannot be read (",
                reason,
                StringComparison.Ordinal
            );
            Assert.EndsWith("Check Kestrel:Certificates:Default.", reason, StringComparison.Ordinal);
        }

        File.Delete(file);
        AssertNothingMade();
    }

    [Fact]
    public async Task A_file_in_place_of_the_folder_is_named()
    {
        var file = Path.Combine(_folder, "file");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);

        var itself = await RefusedStart.BothAsync(("Data:Path", file));
        var above = await RefusedStart.RunAsync(ServerProgram.Console, ("Data:Path", Path.Combine(file, "data")));

        Assert.All(
            itself,
            refused => Assert.StartsWith($"Data:Path: {file} is a file.", Assert.Single(refused.Reasons))
        );
        Assert.EndsWith(
            $"cannot be made, because {file} is a file. Name another folder.",
            Assert.Single(above.Reasons),
            StringComparison.Ordinal
        );
    }

    // The file systems of the kernel take no files from anybody, root among them.
    [Theory]
    [InlineData("/sys")]
    [InlineData("/sys/schematic/data")]
    [InlineData("/proc/schematic")]
    public async Task A_folder_that_takes_no_files_is_named(string folder)
    {
        if (!Directory.Exists("/sys") || !Directory.Exists("/proc"))
            return;

        Assert.All(
            await RefusedStart.BothAsync(("Data:Path", folder)),
            refused =>
                Assert.StartsWith(
                    $"Data:Path: /{folder.Split('/')[1]} cannot be written to by {Environment.UserName} (",
                    Assert.Single(refused.Reasons),
                    StringComparison.Ordinal
                )
        );
    }

    [Fact]
    public async Task A_disk_that_is_full_is_named()
    {
        await using var disk = await SmallDisk.MountAsync("8m");

        Assert.All(
            await RefusedStart.BothAsync(("Data:Path", Path.Combine(disk.Folder, "data"))),
            refused =>
                Assert.StartsWith(
                    $"Data:Path: the disk of {Path.Combine(disk.Folder, "data")} is full: 8 of the 16 MB",
                    Assert.Single(refused.Reasons),
                    StringComparison.Ordinal
                )
        );
        Assert.Empty(Directory.EnumerateFileSystemEntries(disk.Folder));
    }

    [Fact]
    public async Task A_database_that_another_server_uses_is_named()
    {
        await using var server = await ApiServer.StartAsync(DatabaseProvider.Sqlite);

        var refused = await RefusedStart.BothAsync(("Data:Path", server.DataPath));

        Assert.All(
            refused,
            one =>
                Assert.StartsWith(
                    $"Data:Path: another process already uses {Path.Combine(server.DataPath, "schematic.db")}. Stop it",
                    Assert.Single(one.Reasons),
                    StringComparison.Ordinal
                )
        );
        Assert.False(Directory.Exists(Path.Combine(server.DataPath, "keys")));
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_named()
    {
        var file = Path.Combine(_folder, "schematic.db");
        await File.WriteAllTextAsync(file, new string('x', 8192), TestContext.Current.CancellationToken);

        Assert.All(
            [
                await RefusedStart.RunAsync(ServerProgram.Api, Data),
                await RefusedStart.RunAsync(ServerProgram.Console, Data),
            ],
            refused => Assert.StartsWith($"Data:Path: {file} is no database", Assert.Single(refused.Reasons))
        );
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task A_schema_of_a_newer_version_is_named(DatabaseProvider provider)
    {
        await using var server = await ApiServer.StartAsync(provider);
        await StoreRows.ExecuteAsync(
            server,
            "INSERT INTO \"__EFMigrationsHistory\" VALUES ('99991231235959_Later', '10.0.0')"
        );
        await server.StopAsync();
        var settings = server.DatabaseSettings.Select(static one => (one.Key, one.Value)).ToList();

        foreach (var program in Enum.GetValues<ServerProgram>())
        {
            var refused = await RefusedStart.RunAsync(program, settings);

            var reason = Assert.Single(refused.Reasons);
            Assert.StartsWith(
                provider == DatabaseProvider.Sqlite ? "Data:Path: " : "ConnectionStrings:Schematic: ",
                reason,
                StringComparison.Ordinal
            );
            Assert.Contains("was made by a newer version (99991231235959_Later).", reason, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_said_at_once()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();

        var refused = await RefusedStart.RunAsync(
            ServerProgram.Console,
            ("Data:Path", "/dev/null"),
            ("urls", RefusedStart.Address(((IPEndPoint)taken.LocalEndpoint).Port)),
            ("Database:Provider", "PostgreSql"),
            ("ConnectionStrings:Schematic", $"Host=127.0.0.1;Port={FreePort.Next()};Database=x;Username=x;Password=x")
        );

        Assert.Equal(
            ["ASPNETCORE_URLS", "Data", "ConnectionStrings"],
            refused.Reasons.Select(static reason => reason.Split(':')[0])
        );
    }

    private void AssertNothingMade() => Assert.Empty(Directory.EnumerateFileSystemEntries(_folder));
}
