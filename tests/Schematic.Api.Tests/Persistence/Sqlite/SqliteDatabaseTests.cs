using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Schematic.Api.Http;
using Schematic.Api.Persistence;
using Schematic.Contracts.Companies;
using Schematic.Testing;
using Schematic.Testing.Databases;
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
        Assert.Contains("Another process already uses", second.Output, StringComparison.Ordinal);
        await server
            .Gateway(Keys.Production)
            .Companies.UpsertAsync(
                new UpsertCompanyRequestBody { Keys = new Dictionary<string, string> { ["domain"] = "still.works" } },
                Cancellation
            );
    }

    [Fact]
    public async Task Nobody_is_answered_before_the_shared_transaction_is_committed_not_even_who_is_refused()
    {
        await using var server = await ApiServer.StartAsync(DatabaseProvider.Sqlite);
        var database = server.Services.GetRequiredService<IDatabase>();
        var (begun, gathered, reached, commit) = (
            new TaskCompletionSource(),
            new TaskCompletionSource(),
            new TaskCompletionSource(),
            new TaskCompletionSource()
        );

        var first = database.WriteAsync(
            0,
            async (db, _) =>
            {
                begun.TrySetResult();
                await gathered.Task;
                return await TouchAsync(db);
            },
            Cancellation
        );
        await begun.Task;
        var refused = database.WriteAsync<int>(
            0,
            (_, _) => throw ApiProblem.Conflict("It exists already."),
            Cancellation
        );
        var last = database.WriteAsync(
            0,
            async (_, _) =>
            {
                reached.TrySetResult();
                await commit.Task;
                return 0;
            },
            Cancellation
        );
        gathered.SetResult();
        await reached.Task;

        Assert.False(first.IsCompleted);
        Assert.False(refused.IsCompleted);
        commit.SetResult();
        Assert.Equal(1, await first);
        await Assert.ThrowsAsync<ApiException>(() => refused);
        await last;
    }

    [Fact]
    public async Task What_is_answered_is_there_for_whoever_reads_next()
    {
        await using var server = await ApiServer.StartAsync(DatabaseProvider.Sqlite);
        var database = server.Services.GetRequiredService<IDatabase>();
        await using var reader = database.Open(0);

        for (var number = 1; number <= 200; number++)
        {
            await database.WriteAsync(0, (db, _) => TouchAsync(db), Cancellation);
            Assert.Equal(number, await TouchedAsync(reader, Cancellation));
        }
    }

    [Fact]
    public async Task Work_that_fails_after_writing_takes_only_itself_back()
    {
        await using var server = await ApiServer.StartAsync(DatabaseProvider.Sqlite);
        var database = server.Services.GetRequiredService<IDatabase>();
        var (begun, gathered) = (new TaskCompletionSource(), new TaskCompletionSource());

        var first = database.WriteAsync(
            0,
            async (db, _) =>
            {
                begun.TrySetResult();
                await gathered.Task;
                return await TouchAsync(db);
            },
            Cancellation
        );
        await begun.Task;
        var refused = database.WriteAsync<long>(
            0,
            async (db, token) => throw ApiProblem.Conflict($"There are {await TouchedAsync(db, token)}."),
            Cancellation
        );
        var failed = database.WriteAsync<int>(
            0,
            async (db, _) =>
            {
                await TouchAsync(db);
                throw new InvalidOperationException("After writing.");
            },
            Cancellation
        );
        gathered.SetResult();

        await first;
        Assert.Equal("There are 1.", (await Assert.ThrowsAsync<ApiException>(() => refused)).Message);
        await Assert.ThrowsAsync<InvalidOperationException>(() => failed);
        await using var reader = database.Open(0);
        Assert.Equal(1, await TouchedAsync(reader, Cancellation));
    }

    private static Task<int> TouchAsync(SchematicDb db) =>
        db.Database.ExecuteSqlRawAsync(
            "INSERT INTO change_counters (name, version) VALUES ('touched', 1) ON CONFLICT (name) DO UPDATE SET version = version + 1"
        );

    private static Task<long> TouchedAsync(SchematicDb db, CancellationToken cancellationToken) =>
        db.ChangeCounters.Where(row => row.Name == "touched").Select(row => row.Version).SingleAsync(cancellationToken);
}
