using Schematic.Contracts.Flags;
using Schematic.Gateway;
using Schematic.Testing.Hosting;
using Schematic.Testing.Time;

namespace Schematic.Api.Tests.Setup;

public abstract class SampleUsageTests(ApiFixture api) : ApiTopic(api)
{
    private static readonly DateTimeOffset NewYear = new(2027, 1, 1, 0, 0, 20, TimeSpan.Zero);

    [Fact]
    public async Task A_company_is_at_82_percent_of_its_limit_and_one_is_over_it_also_right_after_the_turn_of_the_year()
    {
        await using var server = await ApiServer.StartAsync(
            Api.Provider,
            new ApiServerOptions
            {
                Settings = new Dictionary<string, string?> { ["Bootstrap:SampleData"] = "true" },
                Clock = new TestClock(NewYear),
            }
        );
        var gateway = server.Gateway();

        var (near, over, soft) = (
            await CallsAsync(gateway, "Northwind Robotics"),
            await CallsAsync(gateway, "Marigold Analytics"),
            await CallsAsync(gateway, "Copper Health")
        );

        Assert.Equal((8_200, 10_000), (near.Entitlement!.Usage, near.Entitlement.Allocation));
        Assert.Equal((10_480, 10_000), (over.Entitlement!.Usage, over.Entitlement.Allocation));
        Assert.Equal((6_130, 5_000), (soft.Entitlement!.Usage, soft.Entitlement.SoftLimit));
        Assert.Equal((true, false, true), (near.Value, over.Value, soft.Value));
    }

    private static async Task<CheckFlagResponseData> CallsAsync(SchematicGateway gateway, string company)
    {
        var domain = $"{company.Replace(' ', '-').ToLowerInvariant()}.example";
        var body = new CheckFlagRequestBody { Company = new Dictionary<string, string> { ["domain"] = domain } };
        return (await gateway.Flags.CheckAsync("api-calls", body, Cancellation)).Data;
    }
}

public sealed class SampleUsageTestsOnSqlite(SqliteApi api) : SampleUsageTests(api), IClassFixture<SqliteApi>;

public sealed class SampleUsageTestsOnPostgreSql(PostgreSqlApi api)
    : SampleUsageTests(api),
        IClassFixture<PostgreSqlApi>;
