using Microsoft.Extensions.DependencyInjection;
using Schematic.Api.AuditLog.Recording;
using Schematic.Api.Persistence;
using Schematic.Api.Tests.Maintenance.Backup;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.AuditLog.Recording;

public abstract class AuditEntryTests(ApiFixture api) : ApiTopic(api)
{
    private readonly AuditEntry _entry = new()
    {
        Id = Guid.NewGuid().ToString(),
        Method = "POST",
        Url = "/companies",
        StartedAt = DateTimeOffset.UnixEpoch,
    };

    [Fact]
    public async Task Is_stored_with_a_change_and_not_without_it()
    {
        var database = Server.Services.GetRequiredService<IDatabase>();
        CommittedWork.Begin().Companion = _entry;

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            database.WriteAccountAsync(
                async (db, token) =>
                {
                    await _entry.StoreAsync(db, [_entry], token);
                    throw new InvalidOperationException();
                },
                Cancellation
            )
        );
        Assert.Equal(0, await CountAsync("1 = 1"));

        await database.WriteAccountAsync(static (_, _) => Task.CompletedTask, Cancellation);
        await database.WriteAccountAsync(static (_, _) => Task.CompletedTask, Cancellation);
        Assert.Equal(1, await CountAsync("status IS NULL"));

        _entry.Status = 201;
        for (var again = 0; again < 2; again++)
            await database.WriteAccountAsync(
                (db, token) => AuditEntry.CompleteAsync(db, [_entry], token),
                Cancellation
            );
        Assert.Equal(1, await CountAsync("status = 201"));
        Assert.Equal(1, await CountAsync("1 = 1"));
    }

    private Task<long> CountAsync(string condition) =>
        StoreRows.ScalarAsync(Server, $"SELECT count(*) FROM audit_log WHERE id = '{_entry.Id}' AND {condition}");
}

public sealed class AuditEntryTestsOnSqlite(SqliteApi api) : AuditEntryTests(api), IClassFixture<SqliteApi>;

public sealed class AuditEntryTestsOnPostgreSql(PostgreSqlApi api) : AuditEntryTests(api), IClassFixture<PostgreSqlApi>;
