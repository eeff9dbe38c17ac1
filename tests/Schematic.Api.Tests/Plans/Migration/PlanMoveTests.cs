using Schematic.Api.Plans.Migration;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Features;
using Schematic.Contracts.Plans;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Plans.Migration;

public abstract class PlanMoveTests(ApiFixture api) : PlanMigrationTopic(api)
{
    private const int Others = 500;

    [Fact]
    public async Task Checks_follow_a_move_of_all_companies_before_any_of_them_is_moved()
    {
        var (moving, staying) = (Unique("moving"), Unique("staying"));
        var (movingId, stayingId) = ((await NewCompanyAsync(moving)).Id, (await NewCompanyAsync(staying)).Id);
        var (plan, feature, old) = await PlanAsync(movingId, stayingId);
        Assert.Equal((3, 3), (await LimitAsync(feature, moving), await LimitAsync(feature, staying)));

        var migration = await StartAsync(plan.Id, plan.ActiveVersion!.Id, stayingId);

        Assert.Equal((10, 3), (await LimitAsync(feature, moving), await LimitAsync(feature, staying)));
        Assert.Equal([plan.ActiveVersion.Id, old], await VersionsOfAsync([movingId, stayingId]));
        Assert.Equal(new Dictionary<string, int> { [old] = Others + 2 }, await CompaniesByVersionAsync(plan.Id));

        await RunWorkerAsync();

        Assert.Equal(Others + 1, (await EndedAsync(migration.Id)).CompletedCompanies);
        Assert.Equal((10, 3), (await LimitAsync(feature, moving), await LimitAsync(feature, staying)));
    }

    [Fact]
    public async Task Once_it_has_ended_a_company_can_be_moved_back()
    {
        var domain = Unique("acme");
        var company = await NewCompanyAsync(domain);
        var (plan, feature, old) = await PlanAsync(company.Id);
        await StartAsync(plan.Id, plan.ActiveVersion!.Id);
        Assert.Equal(10, await LimitAsync(feature, domain));
        await RunWorkerAsync();

        await Production.PlanMigrations.CreateAsync(
            Migration(plan.Id, old) with
            {
                CompanyIds = [company.Id],
            },
            Cancellation
        );

        Assert.Equal(3, await LimitAsync(feature, domain));
    }

    [Fact]
    public void Of_two_moves_the_later_one_goes_on_from_the_first()
    {
        var first = new PlanMove(new HashSet<int> { 1 }, 2, new HashSet<long> { 7 });
        var second = new PlanMove(new HashSet<int> { 1, 2 }, 3, new HashSet<long> { 8 });

        Assert.Equal(3, second.Of(6, first.Of(6, 1)));
        Assert.Equal(3, second.Of(7, first.Of(7, 1)));
        Assert.Equal(2, second.Of(8, first.Of(8, 1)));
        Assert.Equal(4, second.Of(6, first.Of(6, 4)));
    }

    private async Task<long?> LimitAsync(FeatureDetailResponseData feature, string domain) =>
        (await CheckAsync(feature, domain)).FeatureAllocation;

    /// <summary>A plan whose new version gives ten of a feature; companies are on the one that gave three.</summary>
    private async Task<(PlanDetailResponseData Plan, FeatureDetailResponseData Feature, string OldVersion)> PlanAsync(
        params string[] companies
    )
    {
        var feature = await NewFeatureAsync(Unique("call"));
        var plan = await SoldPlanAsync(PlanType.Plan, (feature, 3));
        await CompaniesOnAsync(plan, Others);
        foreach (var company in companies)
            await AssignAsync(company, plan.Id);
        await Production.Entitlements.UpdatePlanEntitlementAsync(
            plan.Entitlements![0].Id,
            new UpdatePlanEntitlementRequestBody { ValueType = EntitlementValueType.Numeric, ValueNumeric = 10 },
            null,
            Cancellation
        );
        return (await PublishAsync(plan.Id), feature, plan.ActiveVersion!.Id);
    }
}

public sealed class PlanMoveTestsOnSqlite(SqliteApiAtRest api) : PlanMoveTests(api), IClassFixture<SqliteApiAtRest>;

public sealed class PlanMoveTestsOnPostgreSql(PostgreSqlApiAtRest api)
    : PlanMoveTests(api),
        IClassFixture<PostgreSqlApiAtRest>;
