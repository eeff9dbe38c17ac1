using Microsoft.Extensions.DependencyInjection;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.PostgreSql;
using Schematic.Api.Tests.Maintenance.Backup;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Persistence.PostgreSql;

public sealed class EventPartitionsTests(PostgreSqlApi api) : ApiTopic(api), IClassFixture<PostgreSqlApi>
{
    [Fact]
    public async Task An_old_month_stays_until_it_is_said_that_it_may_go()
    {
        await StoreRows.ExecuteAsync(
            Server,
            "CREATE TABLE events_2020_01 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2020-02-01')"
        );

        await KeepAsync(null);
        Assert.Equal(1, await CountAsync("events_2020_01"));

        await KeepAsync(DateTimeOffset.UtcNow.AddDays(-60));
        Assert.Equal(0, await CountAsync("events_2020_01"));
    }

    private Task KeepAsync(DateTimeOffset? oldest) =>
        Server
            .Services.GetRequiredService<IDatabase>()
            .WriteAccountAsync(
                (db, token) => EventPartitions.KeepAsync(db, oldest, DateTimeOffset.UtcNow, token),
                Cancellation
            );

    private Task<long> CountAsync(string table) =>
        StoreRows.ScalarAsync(Server, $"SELECT count(*) FROM pg_class WHERE relname = '{table}'");
}
