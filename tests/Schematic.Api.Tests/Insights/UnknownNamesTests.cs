using Schematic.Api.Tests.Events;
using Schematic.Contracts.Insights;
using Schematic.Gateway;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Insights;

public abstract class UnknownNamesTests(ApiFixture api) : EventTopic(api)
{
    [Fact]
    public async Task A_name_that_nobody_uses_is_listed_with_the_nearest_that_somebody_does()
    {
        var gateway = await EmptyEnvironmentAsync();
        var known = Unique("export");
        await NewFeatureAsync(gateway, known);
        var slip = known.Replace('-', '_');
        await SendAsync(gateway, Track(known, "acme"));
        await SendAsync(gateway, Track(slip, "acme"));
        await SendAsync(gateway, Track(slip, "acme"));

        var listed = Assert.Single(await ListAsync(gateway, known[^20..]));
        await NewFeatureAsync(gateway, slip);

        Assert.Equal(
            (UnknownNameKind.Event, slip, 2, known),
            (listed.Kind, listed.Name, listed.Count, listed.NearestName)
        );
        Assert.Empty(await ListAsync(gateway, known[^20..]));
        Assert.Empty(await ListAsync(Staging, known[^20..]));
    }

    [Fact]
    public async Task A_trait_that_no_rule_compares_is_listed()
    {
        var trait = Unique("seats");
        await SendAsync(
            Production,
            Identify(new { keys = new { email = Unique("ada") }, traits = new Dictionary<string, int> { [trait] = 7 } })
        );

        var listed = Assert.Single(await ListAsync(Production, trait));

        Assert.Equal((UnknownNameKind.UserTrait, trait, null), (listed.Kind, listed.Name, listed.Count));
    }

    private static async Task<IReadOnlyList<UnknownNameResponseData>> ListAsync(SchematicGateway gateway, string part)
    {
        var query = new UnknownNamesQuery { Q = part };
        var rows = (await gateway.Insights.ListUnknownNamesAsync(query, Cancellation)).Data;
        Assert.Equal(rows.Count, (await gateway.Insights.CountUnknownNamesAsync(query, Cancellation)).Data.Count);
        return rows;
    }
}

public sealed class UnknownNamesTestsOnSqlite(SqliteApi api) : UnknownNamesTests(api), IClassFixture<SqliteApi>;

public sealed class UnknownNamesTestsOnPostgreSql(PostgreSqlApi api)
    : UnknownNamesTests(api),
        IClassFixture<PostgreSqlApi>;
