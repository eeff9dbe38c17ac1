using System.Text.Json;
using Schematic.Contracts.Events;
using Schematic.Testing.Databases;
using Schematic.Testing.Hosting;
using DatabaseProvider = Schematic.Testing.Databases.DatabaseProvider;

namespace Schematic.Api.Tests.Maintenance.Backup;

public sealed class PostgreSqlBackupStoreTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Restored_events_are_in_their_months_and_the_planner_knows_how_many_there_are()
    {
        using var backup = new BackupFile();
        await using (var source = await ApiServer.StartAsync(DatabaseProvider.Sqlite))
        {
            await SendAsync(source, 200);
            await CommandRun.SucceedAsync(source.DatabaseSettings, "backup", backup.Path);
        }

        var database = await TestDatabase.CreateAsync(DatabaseProvider.PostgreSql);
        await CommandRun.SucceedAsync(database.Settings, "restore", backup.Path);

        await using var target = await ApiServer.StartAsync(
            database,
            new ApiServerOptions { Settings = ApiServerOptions.Blank.Settings }
        );
        Assert.Equal(0, await StoreRows.ScalarAsync(target, "SELECT count(*) FROM events_default"));
        Assert.Equal(200, await StoreRows.ScalarAsync(target, "SELECT count(*) FROM events"));
        Assert.Equal(
            200,
            await StoreRows.ScalarAsync(
                target,
                """
                SELECT sum(reltuples)::bigint FROM pg_class
                WHERE relname LIKE 'events\_2%' AND relkind = 'r' AND reltuples > 0
                """
            )
        );
    }

    [Fact]
    public async Task A_server_that_sets_the_store_up_waits_for_the_restore_and_finds_it_filled()
    {
        using var backup = new BackupFile();
        await using (var source = await ApiServer.StartAsync(DatabaseProvider.Sqlite))
            await CommandRun.SucceedAsync(source.DatabaseSettings, "backup", backup.Path);
        var database = await TestDatabase.CreateAsync(DatabaseProvider.PostgreSql);

        var restored = CommandRun.StartAsync(database.Settings, "restore", backup.Path);
        await using var server = await ApiServer.StartAsync(database);
        var run = await restored;

        // Whoever comes second finds a store that is not empty; nothing of the two is mixed.
        Assert.Equal(1, await StoreRows.ScalarAsync(server, "SELECT count(*) FROM accounts"));
        Assert.Equal(3, await StoreRows.ScalarAsync(server, "SELECT count(*) FROM environments"));
        Assert.True(run.Code == 0 || run.Error.Contains("is not empty", StringComparison.Ordinal), run.Error);
    }

    private static Task SendAsync(ApiServer server, int count) =>
        server
            .Gateway()
            .Events.CreateBatchAsync(
                new CreateEventBatchRequestBody
                {
                    Events =
                    [
                        .. Enumerable
                            .Range(0, count)
                            .Select(static _ => new CreateEventRequestBody
                            {
                                EventType = EventType.Track,
                                Body = JsonSerializer.SerializeToElement(new { @event = "export" }),
                            }),
                    ],
                },
                Cancellation
            );
}
