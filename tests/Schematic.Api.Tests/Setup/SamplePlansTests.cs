using Schematic.Contracts.Companies;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Plans;
using Schematic.Gateway;
using Schematic.Testing.Hosting;
using Keys = Schematic.Testing.Hosting.ApiKeys;

namespace Schematic.Api.Tests.Setup;

public abstract class SamplePlansTests(ApiFixture api) : ApiTopic(api)
{
    private static ApiServerOptions Filled =>
        new() { Settings = new Dictionary<string, string?> { ["Bootstrap:SampleData"] = "true" } };

    [Fact]
    public async Task The_environments_sell_the_same_plans_in_versions_of_their_own()
    {
        await using var server = await ApiServer.StartAsync(Api.Provider, Filled);

        var production = await PlansAsync(server.Gateway());
        var staging = await PlansAsync(server.Gateway(Keys.Staging));

        Assert.Equal(9, production.Count);
        Assert.Equal(production.Keys.Order(), staging.Keys.Order());
        foreach (var (name, plan) in production)
        {
            Assert.Equal(plan.Id, staging[name].Id);
            Assert.NotEqual(plan.ActiveVersion!.Id, staging[name].ActiveVersion!.Id);
            Assert.Equal(plan.CompanyCount, staging[name].CompanyCount);
            Assert.NotEmpty(plan.Entitlements!);
        }

        Assert.Equal(1, production["Northwind Enterprise"].CompanyCount);
        Assert.Equal(4, production.Values.Count(static plan => plan.PlanType == PlanType.AddOn));
    }

    [Fact]
    public async Task Pro_has_a_past_and_a_future()
    {
        await using var server = await ApiServer.StartAsync(Api.Provider, Filled);
        var gateway = server.Gateway();

        var pro = (await PlansAsync(gateway))["Pro"];
        var onFirst = await CompaniesAsync(gateway, pro, 1);
        var onSecond = await CompaniesAsync(gateway, pro, 2);
        var draft = await EntitlementsAsync(gateway, pro.DraftVersion!.Id);
        var published = await EntitlementsAsync(gateway, pro.ActiveVersion!.Id);

        Assert.Equal(
            [PlanVersionStatus.Draft, PlanVersionStatus.Published, PlanVersionStatus.Archived],
            pro.Versions.Select(static version => version.Status)
        );
        Assert.Equal((3, 10), (onFirst, onSecond));
        Assert.Equal(
            ["API calls 10000", "CSV export", "Report runs 100", "Seats 200"],
            published.Select(InWords).Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            ["API calls 15000", "CSV export", "Report runs", "Seats 200", "Single sign-on"],
            draft.Select(InWords).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Plans_limit_by_number_trait_overage_and_price_or_not_at_all()
    {
        await using var server = await ApiServer.StartAsync(Api.Provider, Filled);
        var plans = await PlansAsync(server.Gateway());

        var given = plans.Values.SelectMany(static plan => plan.Entitlements!).ToList();

        Assert.Equal(
            [
                EntitlementValueType.Boolean,
                EntitlementValueType.Credit,
                EntitlementValueType.Numeric,
                EntitlementValueType.Trait,
                EntitlementValueType.Unlimited,
            ],
            given.Select(static one => one.ValueType).Distinct().Order()
        );
        var overage = given.Single(static one => one.PriceBehavior == EntitlementPriceBehavior.Overage);
        Assert.Equal((5_000, 2), (overage.SoftLimit, (int?)overage.MeteredMonthlyPrice!.PriceTier[^1].PerUnitPrice));
        var tiered = given.Single(static one => one.PriceBehavior == EntitlementPriceBehavior.Tier);
        Assert.Equal(3, tiered.MeteredMonthlyPrice!.PriceTier.Count);
        Assert.Equal(["contract_seats"], given.Single(static one => one.ValueTrait is not null).ValueTrait!.Hierarchy);
    }

    private static async Task<IReadOnlyDictionary<string, PlanDetailResponseData>> PlansAsync(
        SchematicGateway gateway
    ) =>
        (await gateway.Plans.ListAsync(new PlansQuery { WithEntitlements = true }, Cancellation)).Data.ToDictionary(
            static plan => plan.Name
        );

    private static async Task<IReadOnlyList<PlanEntitlementResponseData>> EntitlementsAsync(
        SchematicGateway gateway,
        string versionId
    ) =>
        (
            await gateway.Entitlements.ListPlanEntitlementsAsync(
                new PlanEntitlementsQuery { PlanVersionId = versionId },
                Cancellation
            )
        ).Data;

    private static async Task<int> CompaniesAsync(SchematicGateway gateway, PlanDetailResponseData plan, int version)
    {
        var id = plan.Versions.Single(one => one.Version == version).Id;
        var companies = (await gateway.Companies.ListAsync(new CompaniesQuery(), Cancellation)).Data;
        return companies.Count(company => company.Plan?.PlanVersionId == id);
    }

    private static string InWords(PlanEntitlementResponseData given) =>
        $"{given.Feature!.Name} {given.ValueNumeric}".Trim();
}

public sealed class SamplePlansTestsOnSqlite(SqliteApi api) : SamplePlansTests(api), IClassFixture<SqliteApi>;

public sealed class SamplePlansTestsOnPostgreSql(PostgreSqlApi api)
    : SamplePlansTests(api),
        IClassFixture<PostgreSqlApi>;
