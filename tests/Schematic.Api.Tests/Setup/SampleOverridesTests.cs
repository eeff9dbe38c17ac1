using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Flags;
using Schematic.Gateway;
using Schematic.Testing.Hosting;
using Schematic.Testing.Time;

namespace Schematic.Api.Tests.Setup;

public abstract class SampleOverridesTests(ApiFixture api) : ApiTopic(api)
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task There_is_one_of_each_kind_that_somebody_has_to_look_after()
    {
        await using var server = await StartAsync();

        var all = await OverridesAsync(server.Gateway());

        Assert.Equal(8, all.Count);
        Assert.Equal(Noon.AddDays(3), Assert.Single(all, Expires(Noon, Noon.AddDays(7))).ExpirationDate);
        Assert.Equal(Noon.AddDays(-12), Assert.Single(all, Expires(DateTimeOffset.MinValue, Noon)).ExpirationDate);
        Assert.Equal("Advanced reports", Assert.Single(all, static one => one.Notes.Count == 0).Feature!.Name);
        Assert.Equal("Single sign-on", Assert.Single(all, static one => one.ValueBool == false).Feature!.Name);
        Assert.All(all.SelectMany(static one => one.Notes), static note => Assert.NotEmpty(note.ExternalUserName));
        Assert.Equal([2], all.Select(static one => one.Notes.Count).Where(static count => count > 1));
    }

    [Fact]
    public async Task The_plan_outbids_one_and_one_takes_away_what_the_plan_gives()
    {
        await using var server = await StartAsync();
        var gateway = server.Gateway();
        var all = await OverridesAsync(gateway);
        var less = all.Single(static one => one.Feature!.Name == "Seats");
        var taken = all.Single(static one => one.ValueBool == false);

        var seats = await CheckAsync(gateway, "seats", less.CompanyId);
        var signOn = await CheckAsync(gateway, "sso", taken.CompanyId);

        Assert.Equal((82, 100, true), (seats.Entitlement!.Usage, seats.Entitlement.Allocation, seats.Value));
        Assert.Equal((60, RuleType.PlanEntitlement), (less.ValueNumeric, seats.RuleType));
        Assert.Equal((false, taken.RuleId), (signOn.Value, signOn.RuleId));
    }

    private Task<ApiServer> StartAsync() =>
        ApiServer.StartAsync(
            Api.Provider,
            new ApiServerOptions
            {
                Settings = new Dictionary<string, string?> { ["Bootstrap:SampleData"] = "true" },
                Clock = new TestClock(Noon),
            }
        );

    private static Predicate<CompanyOverrideResponseData> Expires(DateTimeOffset after, DateTimeOffset until) =>
        one => one.ExpirationDate > after && one.ExpirationDate <= until;

    private static async Task<IReadOnlyList<CompanyOverrideResponseData>> OverridesAsync(SchematicGateway gateway) =>
        (await gateway.Entitlements.ListOverridesAsync(new CompanyOverridesQuery(), Cancellation)).Data;

    private static async Task<CheckFlagResponseData> CheckAsync(SchematicGateway gateway, string flag, string company)
    {
        var body = new CheckFlagRequestBody { Company = new Dictionary<string, string> { ["id"] = company } };
        return (await gateway.Flags.CheckAsync(flag, body, Cancellation)).Data;
    }
}

public sealed class SampleOverridesTestsOnSqlite(SqliteApi api) : SampleOverridesTests(api), IClassFixture<SqliteApi>;

public sealed class SampleOverridesTestsOnPostgreSql(PostgreSqlApi api)
    : SampleOverridesTests(api),
        IClassFixture<PostgreSqlApi>;
