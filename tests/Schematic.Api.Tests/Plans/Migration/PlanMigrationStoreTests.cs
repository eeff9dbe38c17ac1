using System.Net;
using Schematic.Contracts.Plans;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Plans.Migration;

public abstract class PlanMigrationStoreTests(ApiFixture api) : PlanMigrationTopic(api)
{
    [Fact]
    public async Task A_move_is_recorded_as_a_change_of_version_by_whoever_published()
    {
        var (plan, draft) = await PlanWithDraftAsync();
        var companies = await CompaniesOnAsync(plan, 1);
        var addOn = await SoldPlanAsync(PlanType.AddOn);
        await AssignAsync(companies[0], plan.Id, addOn.Id);

        await PublishAsync(plan.Id, PlanVersionMigrationStrategy.Immediate);

        var change = await LastChangeAsync(companies[0]);
        Assert.Equal((PlanChangeAction.PlanVersionMigration, true), (change.Action, change.IsVersionUpgrade));
        Assert.Equal((plan.Id, plan.Id), (change.PreviousBasePlan!.Id, change.BasePlan!.Id));
        Assert.Equal(
            (plan.ActiveVersion!.Id, draft.Id, 2),
            (change.PreviousBasePlanVersion!.Id, change.BasePlanVersion!.Id, change.BasePlanVersion.Version)
        );
        Assert.Empty(change.AddOnsAdded);
        Assert.Empty(change.AddOnsRemoved);
        Assert.NotNull(change.ApiKey);
        Assert.NotNull(change.RequestId);
    }

    [Fact]
    public async Task An_add_on_that_moves_is_recorded_as_going_and_coming()
    {
        var (addOn, draft) = await PlanWithDraftAsync(PlanType.AddOn);
        var plan = await SoldPlanAsync(PlanType.Plan);
        var company = (await CompaniesOnAsync(addOn, 1))[0];
        await AssignAsync(company, plan.Id, addOn.Id);

        await PublishAsync(addOn.Id, PlanVersionMigrationStrategy.Immediate);

        var change = await LastChangeAsync(company);
        Assert.True(change.IsVersionUpgrade);
        Assert.Equal((plan.Id, plan.Id), (change.PreviousBasePlan!.Id, change.BasePlan!.Id));
        Assert.Equal([addOn.Id], change.AddOnsAdded.Select(static one => one.Id));
        Assert.Equal([addOn.Id], change.AddOnsRemoved.Select(static one => one.Id));
        var now = (await Production.Companies.GetAsync(company, Cancellation)).Data;
        Assert.Equal(draft.Id, Assert.Single(now.AddOns).PlanVersionId);
    }

    [Fact]
    public async Task A_migration_moves_the_companies_it_names_from_the_versions_it_names()
    {
        var (plan, second) = await PlanWithDraftAsync();
        var first = plan.ActiveVersion!;
        var companies = await CompaniesOnAsync(plan, 3);
        await PublishAsync(plan.Id);
        var late = await CompaniesOnAsync(plan, 1);
        await EntitleAsync(plan.Id, await NewFeatureAsync());
        var third = (await PublishAsync(plan.Id)).ActiveVersion!;

        var migration = await MigrateAsync(plan.Id, third.Id);
        var body = Migration(plan.Id, first.Id) with
        {
            PlanVersionIdsFrom = [third.Id],
            CompanyIds = [companies[0], companies[1]],
            ExcludedCompanyIds = [companies[1]],
        };
        var back = (await Production.PlanMigrations.CreateAsync(body, Cancellation)).Data;

        Assert.Equal([first.Id, second.Id], migration.PlanVersionIdsFrom);
        Assert.Equal((null, 4), (migration.PlanVersionIdFrom, migration.CompletedCompanies));
        Assert.Equal((2, 1, 1), (back.TotalCompanies, back.CompletedCompanies, back.SkippedCompanies));
        Assert.Equal([first.Id, third.Id, third.Id, third.Id], await VersionsOfAsync([.. companies, late[0]]));
    }

    [Fact]
    public async Task Named_companies_that_are_on_none_of_the_versions_are_skipped()
    {
        var (plan, draft) = await PlanWithDraftAsync();
        var company = (await CompaniesOnAsync(plan, 1))[0];
        var other = await NewCompanyAsync(Unique("acme"));
        await PublishAsync(plan.Id);

        var migration = (
            await Production.PlanMigrations.CreateAsync(
                Migration(plan.Id, draft.Id) with
                {
                    CompanyIds = [company, other.Id],
                },
                Cancellation
            )
        ).Data;

        Assert.Equal((2, 1, 1), (migration.TotalCompanies, migration.CompletedCompanies, migration.SkippedCompanies));
        var companies = await CompaniesAsync(migration.Id, new MigrationCompaniesQuery());
        Assert.Equal(
            [
                (other.Id, PlanVersionMigrationCompanyStatus.Skipped),
                (company, PlanVersionMigrationCompanyStatus.Completed),
            ],
            companies.Select(static one => (one.Company.Id, one.Status))
        );
        Assert.Equal(
            [company],
            (
                await CompaniesAsync(
                    migration.Id,
                    new MigrationCompaniesQuery { Status = PlanVersionMigrationCompanyStatus.Completed }
                )
            ).Select(static one => one.Company.Id)
        );
    }

    [Fact]
    public async Task The_strategy_leave_moves_nobody_and_says_so()
    {
        var (plan, draft) = await PlanWithDraftAsync();
        await CompaniesOnAsync(plan, 2);
        await PublishAsync(plan.Id);

        var migration = await MigrateAsync(plan.Id, draft.Id, PlanVersionMigrationStrategy.Leave);

        Assert.Equal(
            (PlanVersionMigrationStatus.Completed, 2, 0, 2),
            (migration.Status, migration.TotalCompanies, migration.CompletedCompanies, migration.SkippedCompanies)
        );
        Assert.Equal(
            new Dictionary<string, int> { [plan.ActiveVersion!.Id] = 2 },
            await CompaniesByVersionAsync(plan.Id)
        );
    }

    [Fact]
    public async Task A_migration_of_nobody_is_completed()
    {
        var (plan, draft) = await PlanWithDraftAsync();
        await PublishAsync(plan.Id);

        var migration = await MigrateAsync(plan.Id, draft.Id);

        Assert.Equal((PlanVersionMigrationStatus.Completed, 0), (migration.Status, migration.TotalCompanies));
        Assert.Empty(migration.PlanVersionIdsFrom);
    }

    [Fact]
    public async Task A_list_and_its_count_agree_under_every_filter()
    {
        var (plan, draft) = await PlanWithDraftAsync();
        var first = plan.ActiveVersion!;
        await CompaniesOnAsync(plan, 1);
        await PublishAsync(plan.Id);
        var there = (await MigrateAsync(plan.Id, draft.Id)).Id;
        var back = (await MigrateAsync(plan.Id, first.Id)).Id;

        Assert.Equal([back, there], await IdsAsync(new MigrationsQuery { PlanVersionId = draft.Id }));
        Assert.Equal([back, there], await IdsAsync(new MigrationsQuery { PlanVersionId = first.Id }));
        Assert.Equal(
            [back, there],
            await IdsAsync(
                new MigrationsQuery { PlanVersionId = first.Id, Status = PlanVersionMigrationStatus.Completed }
            )
        );
        Assert.Empty(
            await IdsAsync(
                new MigrationsQuery { PlanVersionId = first.Id, Status = PlanVersionMigrationStatus.Pending }
            )
        );
        Assert.Equal(
            [there],
            await IdsAsync(
                new MigrationsQuery
                {
                    PlanVersionId = draft.Id,
                    Limit = 1,
                    Offset = 1,
                },
                2
            )
        );
        Assert.Empty(await IdsAsync(new MigrationsQuery { PlanVersionId = "plvr_nosuch" }));
    }

    [Fact]
    public async Task Another_environment_sees_and_moves_nothing()
    {
        var (plan, draft) = await PlanWithDraftAsync();
        await CompaniesOnAsync(plan, 1);
        await PublishAsync(plan.Id);
        var migration = await MigrateAsync(plan.Id, draft.Id);

        Assert.Empty(
            (
                await Staging.PlanMigrations.ListAsync(new MigrationsQuery { PlanVersionId = draft.Id }, Cancellation)
            ).Data
        );
        await RefusedAsync(
            HttpStatusCode.NotFound,
            migration.Id,
            () => Staging.PlanMigrations.GetAsync(migration.Id, Cancellation)
        );
        await RefusedAsync(
            HttpStatusCode.NotFound,
            draft.Id,
            () => Staging.PlanMigrations.CreateAsync(Migration(plan.Id, draft.Id), Cancellation)
        );
    }

    private async Task<PlanVersionMigrationResponseData> MigrateAsync(
        string planId,
        string versionId,
        PlanVersionMigrationStrategy strategy = PlanVersionMigrationStrategy.Immediate
    ) =>
        (
            await Production.PlanMigrations.CreateAsync(
                Migration(planId, versionId) with
                {
                    Strategy = strategy,
                },
                Cancellation
            )
        ).Data;

    private async Task<PlanChangeResponseData> LastChangeAsync(string companyId) =>
        (await Production.Plans.ListChangesAsync(new PlanChangesQuery { CompanyId = companyId }, Cancellation)).Data[0];

    private async Task<IReadOnlyList<PlanVersionMigrationCompanyResponseData>> CompaniesAsync(
        string migrationId,
        MigrationCompaniesQuery query
    )
    {
        var companies = (
            await Production.PlanMigrations.ListMigrationCompaniesAsync(migrationId, query, Cancellation)
        ).Data;
        var count = await Production.PlanMigrations.CountMigrationCompaniesAsync(migrationId, query, Cancellation);
        Assert.Equal(companies.Count, count.Data.Count);
        return companies;
    }

    private async Task<IReadOnlyList<string>> IdsAsync(MigrationsQuery query, int? count = null)
    {
        var ids = (await Production.PlanMigrations.ListAsync(query, Cancellation)).Data.Select(static one => one.Id);
        var all = await Production.PlanMigrations.CountMigrationsAsync(query, Cancellation);
        Assert.Equal(count ?? ids.Count(), all.Data.Count);
        return [.. ids];
    }
}

public sealed class PlanMigrationStoreTestsOnSqlite(SqliteApi api)
    : PlanMigrationStoreTests(api),
        IClassFixture<SqliteApi>;

public sealed class PlanMigrationStoreTestsOnPostgreSql(PostgreSqlApi api)
    : PlanMigrationStoreTests(api),
        IClassFixture<PostgreSqlApi>;
