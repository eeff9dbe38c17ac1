using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Schematic.Api.AuditLog.Recording;
using Schematic.Api.Persistence;
using Schematic.Api.Tests.Maintenance.Backup;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.AuditLog.Recording;

public abstract class AuditQueueTests(ApiFixture api) : ApiTopic(api)
{
    private readonly string _address = $"/{Guid.NewGuid()}";

    [Fact]
    public async Task Beyond_its_bound_refusals_are_dropped_and_changes_wait()
    {
        using var queue = new AuditQueue(
            Server.Services.GetRequiredService<IDatabase>(),
            TimeProvider.System,
            NullLogger<AuditQueue>.Instance
        );
        for (var i = 0; i < AuditQueue.Capacity + 5; i++)
            await queue.AddAsync(NewEntry(403));
        var change = queue.AddAsync(NewEntry(200)).AsTask();
        Assert.False(change.IsCompleted);

        await queue.StartAsync(Cancellation);
        await change;
        await queue.StopAsync(Cancellation);

        Assert.Equal(AuditQueue.Capacity, await CountAsync(403));
        Assert.Equal(1, await CountAsync(200));
    }

    private AuditEntry NewEntry(int status) =>
        new()
        {
            Id = Guid.NewGuid().ToString(),
            Method = "POST",
            Url = _address,
            StartedAt = DateTimeOffset.UnixEpoch,
            EndedAt = DateTimeOffset.UnixEpoch,
            Status = status,
        };

    private Task<long> CountAsync(int status) =>
        StoreRows.ScalarAsync(Server, $"SELECT count(*) FROM audit_log WHERE url = '{_address}' AND status = {status}");
}

public sealed class AuditQueueTestsOnSqlite(SqliteApi api) : AuditQueueTests(api), IClassFixture<SqliteApi>;

public sealed class AuditQueueTestsOnPostgreSql(PostgreSqlApi api) : AuditQueueTests(api), IClassFixture<PostgreSqlApi>;
