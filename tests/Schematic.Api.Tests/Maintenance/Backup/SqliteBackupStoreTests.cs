using Schematic.Api.Maintenance.Backup;
using Schematic.Api.Persistence;
using Schematic.Contracts.Companies;
using Schematic.Testing.Hosting;
using DatabaseProvider = Schematic.Testing.Databases.DatabaseProvider;
using StoreProvider = Schematic.Api.Persistence.DatabaseProvider;

namespace Schematic.Api.Tests.Maintenance.Backup;

public sealed class SqliteBackupStoreTests
{
    private static readonly BackupTable Entities = new(
        "entities",
        [new BackupColumn("seq", ColumnKind.Int64)],
        Counter: "seq"
    );

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_snapshot_does_not_see_what_is_written_after_it_began_and_holds_nobody_up()
    {
        await using var server = await ApiServer.StartAsync(DatabaseProvider.Sqlite);
        await UpsertAsync(server, "before");
        await using var store = StoreOf(server);
        await store.BeginSnapshotAsync(Cancellation);

        await UpsertAsync(server, "after");

        Assert.Equal(1, await CountAsync(store));
        Assert.Equal(1, await store.GetCounterAsync(Entities, Cancellation));
        await using var later = StoreOf(server);
        await later.BeginSnapshotAsync(Cancellation);
        Assert.Equal(2, await CountAsync(later));
    }

    [Fact]
    public async Task A_snapshot_cannot_write()
    {
        await using var server = await ApiServer.StartAsync(DatabaseProvider.Sqlite);
        await using var store = StoreOf(server);
        await store.BeginSnapshotAsync(Cancellation);

        await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() =>
            store.SetCounterAsync(Entities, 7, Cancellation)
        );
    }

    private static BackupStore StoreOf(ApiServer server) =>
        BackupStore.For(
            new DatabaseOptions(StoreProvider.Sqlite, $"Data Source={Path.Combine(server.DataPath, "schematic.db")}")
        );

    private static async Task<int> CountAsync(BackupStore store)
    {
        var count = 0;
        await store.ReadAsync(
            Entities,
            _ =>
            {
                count++;
                return Task.CompletedTask;
            },
            Cancellation
        );
        return count;
    }

    private static Task UpsertAsync(ApiServer server, string key) =>
        server
            .Gateway()
            .Companies.UpsertAsync(
                new UpsertCompanyRequestBody { Keys = new Dictionary<string, string> { ["domain"] = key } },
                Cancellation
            );
}
