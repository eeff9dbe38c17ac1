using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Schematic.Api.AuditLog;
using Schematic.Api.Persistence;
using Schematic.Api.Tests.Maintenance.Backup;
using Schematic.Testing.Hosting;
using Schematic.Testing.Time;
using DatabaseProvider = Schematic.Testing.Databases.DatabaseProvider;

namespace Schematic.Api.Tests.AuditLog;

public abstract class AuditLogRetentionTests(DatabaseProvider provider)
{
    private readonly TestClock _clock = new();

    [Theory]
    [InlineData(null, 89, 501)]
    [InlineData(null, 91, 0)]
    [InlineData("30", 31, 0)]
    [InlineData("off", 5000, 501)]
    public async Task Entries_go_when_they_are_as_old_as_the_setting_says(string? setting, int days, int left)
    {
        await using var server = await ApiServer.StartAsync(
            provider,
            new ApiServerOptions
            {
                Clock = _clock,
                Settings = new Dictionary<string, string?> { ["AuditLog:RetentionDays"] = setting },
            }
        );
        var database = server.Services.GetRequiredService<IDatabase>();
        var now = _clock.GetUtcNow();
        await database.WriteAccountAsync(
            async (db, token) =>
            {
                db.AddRange(
                    Enumerable
                        .Range(0, 501)
                        .Select(i => new AuditLogRow
                        {
                            Id = $"{i:d36}",
                            Method = "POST",
                            Url = "/old",
                            StartedAt = now,
                        })
                );
                await db.SaveChangesAsync(token);
            },
            TestContext.Current.CancellationToken
        );

        // By a clock of its own: that of the server would have every timer tick for years.
        await new AuditLogRetention(
            database,
            server.Services.GetRequiredService<AuditLogOptions>(),
            new TestClock(now.AddDays(days)),
            NullLogger<AuditLogRetention>.Instance
        ).RunAsync(TestContext.Current.CancellationToken);

        Assert.Equal(left, await StoreRows.ScalarAsync(server, "SELECT count(*) FROM audit_log WHERE url = '/old'"));
    }
}

public sealed class AuditLogRetentionTestsOnSqlite() : AuditLogRetentionTests(DatabaseProvider.Sqlite);

public sealed class AuditLogRetentionTestsOnPostgreSql() : AuditLogRetentionTests(DatabaseProvider.PostgreSql);
