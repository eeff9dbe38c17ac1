using System.Net;
using Microsoft.EntityFrameworkCore;
using Schematic.Api.Entities;
using Schematic.Contracts.Plans;
using Schematic.Testing.Databases;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Plans.Migration;

public abstract class PlanMigrationWorkerTests(ApiFixture api) : PlanMigrationTopic(api)
{
    [Fact]
    public async Task A_migration_goes_on_after_a_restart_and_moves_nobody_twice()
    {
        var (plan, draft) = await PlanWithDraftAsync();
        await CompaniesOnAsync(plan, 1300);
        await PublishAsync(plan.Id);
        var migration = await StartAsync(plan.Id, draft.Id);
        Assert.True(await RunBatchAsync(migration, 500));

        await Server.RestartAsync();

        var ended = await EndedAsync(migration.Id);
        Assert.Equal((PlanVersionMigrationStatus.Completed, 1300), (ended.Status, ended.CompletedCompanies));
        Assert.Equal(new Dictionary<string, int> { [draft.Id] = 1300 }, await CompaniesByVersionAsync(plan.Id));
        var moves = await MovesToAsync(draft.Id);
        Assert.Equal(1300, moves.Count);
        Assert.All(moves.Values, static count => Assert.Equal(1, count));
    }

    [Fact]
    public async Task Several_workers_share_migrations_and_move_nobody_twice()
    {
        var first = await PendingAsync(1700);
        var second = await PendingAsync(600);

        await Task.WhenAll(RunWorkerAsync(), RunWorkerAsync(), RunWorkerAsync());
        await RunWorkerAsync();

        await AssertMovedOnceAsync(first.Migration, first.Version, 1700);
        await AssertMovedOnceAsync(second.Migration, second.Version, 600);
    }

    [Fact]
    public async Task A_company_that_cannot_be_moved_is_named_and_can_be_retried_while_the_others_are_moved()
    {
        var (plan, draft) = await PlanWithDraftAsync();
        var companies = await CompaniesOnAsync(plan, 620);
        await PublishAsync(plan.Id);
        var migration = await StartAsync(plan.Id, draft.Id);
        await RefuseMovesOfAsync(companies[333]);

        await RunWorkerAsync();

        var failed = await EndedAsync(migration.Id);
        Assert.Equal(
            (PlanVersionMigrationStatus.Failed, 619, 1),
            (failed.Status, failed.CompletedCompanies, failed.FailedCompanies)
        );
        AssertSentence(failed.Error!);
        var query = new MigrationCompaniesQuery { Status = PlanVersionMigrationCompanyStatus.Failed };
        var left = Assert.Single(
            (await Production.PlanMigrations.ListMigrationCompaniesAsync(migration.Id, query, Cancellation)).Data
        );
        Assert.Equal(companies[333], left.Company.Id);
        AssertSentence(left.Error!);

        await AllowMovesAsync();
        var retried = (await Production.PlanMigrations.RetryMigrationAsync(migration.Id, Cancellation)).Data;
        Assert.Equal(
            (PlanVersionMigrationStatus.InProgress, 0, null),
            (retried.Status, retried.FailedCompanies, retried.Error)
        );
        var ended = await EndedAsync(migration.Id);
        Assert.Equal(
            (PlanVersionMigrationStatus.Completed, 620, 0),
            (ended.Status, ended.CompletedCompanies, ended.FailedCompanies)
        );
        Assert.Equal(new Dictionary<string, int> { [draft.Id] = 620 }, await CompaniesByVersionAsync(plan.Id));
        Assert.All((await MovesToAsync(draft.Id)).Values, static moves => Assert.Equal(1, moves));
    }

    [Fact]
    public async Task There_is_nothing_to_retry_unless_a_company_could_not_be_moved()
    {
        var (migration, _) = await PendingAsync(501);

        await RefusedAsync(
            HttpStatusCode.Conflict,
            "Wait",
            () => Production.PlanMigrations.RetryMigrationAsync(migration, Cancellation)
        );
        await RunWorkerAsync();
        await RefusedAsync(
            HttpStatusCode.Conflict,
            "none to retry",
            () => Production.PlanMigrations.RetryMigrationAsync(migration, Cancellation)
        );
        await RefusedAsync(
            HttpStatusCode.NotFound,
            migration,
            () => Staging.PlanMigrations.RetryMigrationAsync(migration, Cancellation)
        );
    }

    [Fact]
    public async Task Usage_and_overrides_stay_and_checks_follow()
    {
        var (name, domain) = (Unique("call"), Unique("acme"));
        var (counted, overridden) = (await NewFeatureAsync(name), await NewFeatureAsync());
        var plan = await SoldPlanAsync(PlanType.Plan, (counted, 3));
        var company = await NewCompanyAsync(domain);
        await AssignAsync(company.Id, plan.Id);
        await SendAsync(Production, Track(name, domain, quantity: 5));
        await Production.Entitlements.CreateOverrideAsync(
            new Contracts.Entitlements.CreateCompanyOverrideRequestBody
            {
                CompanyId = company.Id,
                FeatureId = overridden.Id,
                ValueType = Contracts.Entitlements.EntitlementValueType.Boolean,
                ValueBool = true,
            },
            Cancellation
        );
        await CompaniesOnAsync(plan, 501);
        Assert.False((await CheckAsync(counted, domain)).Value);
        var entitlement = plan.Entitlements![0];
        await Production.Entitlements.UpdatePlanEntitlementAsync(
            entitlement.Id,
            new Contracts.Entitlements.UpdatePlanEntitlementRequestBody
            {
                ValueType = Contracts.Entitlements.EntitlementValueType.Numeric,
                ValueNumeric = 10,
            },
            null,
            Cancellation
        );

        var published = await PublishAsync(plan.Id, PlanVersionMigrationStrategy.Immediate);

        await EndedAsync((await MigrationToAsync(published.ActiveVersion!.Id)).Id);
        var check = await CheckAsync(counted, domain);
        Assert.Equal((true, 10, 5), (check.Value, check.Entitlement!.Allocation, check.Entitlement.Usage));
        Assert.True((await CheckAsync(overridden, domain)).Value);
    }

    private async Task AssertMovedOnceAsync(string migration, string version, int count)
    {
        Assert.Equal(count, (await EndedAsync(migration)).CompletedCompanies);
        var moves = await MovesToAsync(version);
        Assert.Equal(count, moves.Count);
        Assert.All(moves.Values, static one => Assert.Equal(1, one));
    }

    /// <returns>Ids of a migration that waits, and of the version it moves to.</returns>
    private async Task<(string Migration, string Version)> PendingAsync(int companies)
    {
        var (plan, draft) = await PlanWithDraftAsync();
        await CompaniesOnAsync(plan, companies);
        await PublishAsync(plan.Id);
        return ((await StartAsync(plan.Id, draft.Id)).Id, draft.Id);
    }

    /// <summary>Makes the database itself refuse to move a company, as a constraint would.</summary>
    private Task<int> RefuseMovesOfAsync(string companyId) =>
        WriteAsync(
            async (db, token) =>
            {
                var seq = (await db.Companies.SingleAsync(row => row.Id == companyId, token)).Seq;
                return await db.Database.ExecuteSqlRawAsync(
                    Server.Provider == DatabaseProvider.Sqlite
                        ? $"""
                        CREATE TRIGGER refuse_move BEFORE UPDATE ON company_plans WHEN NEW.company_seq = {seq}
                        BEGIN SELECT RAISE(ABORT, 'refused'); END
                        """
                        : $"""
                        CREATE OR REPLACE FUNCTION refuse_move() RETURNS trigger LANGUAGE plpgsql
                        AS 'BEGIN RAISE EXCEPTION ''refused''; END';
                        CREATE TRIGGER refuse_move BEFORE UPDATE ON company_plans
                        FOR EACH ROW WHEN (NEW.company_seq = {seq}) EXECUTE FUNCTION refuse_move()
                        """,
                    token
                );
            }
        );

    private Task<int> AllowMovesAsync() =>
        WriteAsync(
            (db, token) =>
                db.Database.ExecuteSqlRawAsync(
                    Server.Provider == DatabaseProvider.Sqlite
                        ? "DROP TRIGGER refuse_move"
                        : "DROP TRIGGER refuse_move ON company_plans",
                    token
                )
        );
}

public sealed class PlanMigrationWorkerTestsOnSqlite(SqliteApiAtRest api)
    : PlanMigrationWorkerTests(api),
        IClassFixture<SqliteApiAtRest>;

public sealed class PlanMigrationWorkerTestsOnPostgreSql(PostgreSqlApiAtRest api)
    : PlanMigrationWorkerTests(api),
        IClassFixture<PostgreSqlApiAtRest>;
