using Schematic.Contracts.AuditLog;
using Schematic.Testing.Hosting;
using Schematic.Testing.Time;

namespace Schematic.Api.Tests.Setup;

public abstract class SampleAuditLogTests(ApiFixture api) : ApiTopic(api)
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Colleagues_have_changed_things_and_were_refused_once()
    {
        await using var server = await ApiServer.StartAsync(
            Api.Provider,
            new ApiServerOptions
            {
                Settings = new Dictionary<string, string?> { ["Bootstrap:SampleData"] = "true" },
                Clock = new TestClock(Noon),
            }
        );
        var log = server.Gateway().AuditLog;

        var entries = (await log.ListAsync(new AuditLogQuery(), Cancellation)).Data;

        Assert.Equal(
            ["Jonas Weber", "Mira Castell"],
            entries.Select(static entry => entry.UserName).Distinct().Order()
        );
        Assert.Equal(403, Assert.Single(entries, static entry => entry.RespCode >= 400).RespCode);
        Assert.Contains(entries, static entry => entry.StartedAt > Noon.AddDays(-3));
        var plan = entries.Where(static entry => entry is { ResourceType: "plan", RespCode: 200 }).ToList();
        Assert.Equal(2, plan.Count);
        var detail = (await log.GetAsync(plan[0].Id, Cancellation)).Data;
        Assert.Contains(plan[0].ResourceIdString!, detail.RespBody, StringComparison.Ordinal);
        Assert.NotNull(detail.ReqBody);
    }
}

public sealed class SampleAuditLogTestsOnSqlite(SqliteApi api) : SampleAuditLogTests(api), IClassFixture<SqliteApi>;

public sealed class SampleAuditLogTestsOnPostgreSql(PostgreSqlApi api)
    : SampleAuditLogTests(api),
        IClassFixture<PostgreSqlApi>;
