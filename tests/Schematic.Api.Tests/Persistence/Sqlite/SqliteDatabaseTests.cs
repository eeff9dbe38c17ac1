using System.Diagnostics;
using System.Net;
using Microsoft.Data.Sqlite;
using Schematic.Contracts.Companies;
using Schematic.Testing;
using Schematic.Testing.Hosting;
using Schematic.Testing.Processes;
using DatabaseProvider = Schematic.Testing.Databases.DatabaseProvider;
using Keys = Schematic.Testing.Hosting.ApiKeys;

namespace Schematic.Api.Tests.Persistence.Sqlite;

public sealed class SqliteDatabaseTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_migration_that_was_killed_holds_up_no_later_start()
    {
        await using var server = await ApiServer.StartAsync(DatabaseProvider.Sqlite);
        await server.StopAsync();
        await using (
            var connection = new SqliteConnection(
                $"Data Source={Path.Combine(server.DataPath, "schematic.db")};Pooling=False"
            )
        )
        {
            await connection.OpenAsync(Cancellation);
            await using var command = connection.CreateCommand();
            // As EF leaves it behind when the process is killed.
            command.CommandText =
                """CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL); INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-11-20')""";
            await command.ExecuteNonQueryAsync(Cancellation);
        }

        await server.RestartAsync().WaitAsync(TimeSpan.FromSeconds(20), Cancellation);

        Assert.Equal(HttpStatusCode.OK, (await server.SendAsync("GET", "/health/ready", null, null)).Status);
    }

    [Fact]
    public async Task Whoever_waits_for_another_writer_is_refused_in_time()
    {
        await using var server = await ApiServer.StartAsync(DatabaseProvider.Sqlite);
        var company = """{"keys":{"domain":"busy.example"}}"""u8.ToArray();
        await using var connection = new SqliteConnection(
            $"Data Source={Path.Combine(server.DataPath, "schematic.db")};Pooling=False"
        );
        await connection.OpenAsync(Cancellation);
        await using (connection.BeginTransaction(deferred: false))
        {
            var since = Stopwatch.GetTimestamp();
            var replies = await Task.WhenAll(
                Enumerable.Range(0, 8).Select(_ => server.SendAsync("POST", "/companies", company, Keys.Production))
            );

            Assert.All(replies, static reply => Assert.Equal(HttpStatusCode.ServiceUnavailable, reply.Status));
            Assert.All(replies, static reply => Assert.NotNull(reply.Headers.RetryAfter));
            // Three seconds, and what a busy machine adds; the driver by itself would wait for thirty.
            Assert.InRange(Stopwatch.GetElapsedTime(since).TotalSeconds, 0, 3 + 5);
            var list = await server.SendAsync("GET", "/companies", null, Keys.Production);
            Assert.Equal(HttpStatusCode.OK, list.Status);
        }

        var stored = await server.SendAsync("POST", "/companies", company, Keys.Production);
        Assert.Equal(HttpStatusCode.OK, stored.Status);
    }

    [Fact]
    public async Task A_second_process_on_the_same_folder_is_refused_with_a_sentence()
    {
        await using var server = await ApiServer.StartAsync(DatabaseProvider.Sqlite);
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        var assembly = Repository.PathTo(
            "src",
            "Schematic.Api",
            "bin",
            output.Parent!.Name,
            output.Name,
            "Schematic.Api.dll"
        );

        await using var second = ChildProcess.Start(
            ["dotnet", assembly, $"--Data:Path={server.DataPath}", "--Api:Urls=http://127.0.0.1:0"],
            workingFolder: server.DataPath
        );
        var code = await second.WaitForExitAsync(Cancellation).WaitAsync(TimeSpan.FromSeconds(60), Cancellation);

        Assert.Equal(1, code);
        Assert.Contains("another process already uses", second.Output, StringComparison.Ordinal);
        await server
            .Gateway(Keys.Production)
            .Companies.UpsertAsync(
                new UpsertCompanyRequestBody { Keys = new Dictionary<string, string> { ["domain"] = "still.works" } },
                Cancellation
            );
    }
}
