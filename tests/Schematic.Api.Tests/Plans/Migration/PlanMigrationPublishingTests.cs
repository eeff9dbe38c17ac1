using System.Net;
using Schematic.Contracts.Plans;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Plans.Migration;

public abstract class PlanMigrationPublishingTests(ApiFixture api) : PlanMigrationTopic(api)
{
    [Fact]
    public async Task Publishing_moves_few_companies_before_it_answers()
    {
        var (plan, draft) = await PlanWithDraftAsync();
        var companies = await CompaniesOnAsync(plan, 3);

        await PublishAsync(plan.Id, PlanVersionMigrationStrategy.Immediate, companies[1]);

        var migration = await MigrationToAsync(draft.Id);
        Assert.Equal((PlanVersionMigrationStatus.Completed, null), (migration.Status, migration.Error));
        Assert.Equal(
            (3, 2, 1, 0),
            (
                migration.TotalCompanies,
                migration.CompletedCompanies,
                migration.SkippedCompanies,
                migration.FailedCompanies
            )
        );
        Assert.Equal((plan.Id, draft.Id), (migration.PlanId, migration.PlanVersionIdTo));
        Assert.Equal(plan.ActiveVersion!.Id, migration.PlanVersionIdFrom);
        Assert.Equal([plan.ActiveVersion.Id], migration.PlanVersionIdsFrom);
        Assert.NotNull(migration.CompletedAt);
        Assert.Equal([draft.Id, plan.ActiveVersion.Id, draft.Id], await VersionsOfAsync(companies));
    }

    [Fact]
    public async Task Publishing_moves_many_companies_afterwards_and_records_each_move()
    {
        var (plan, draft) = await PlanWithDraftAsync();
        var companies = await CompaniesOnAsync(plan, 1203);

        await PublishAsync(plan.Id, PlanVersionMigrationStrategy.Immediate, companies[7], companies[1202]);

        var migration = await EndedAsync((await MigrationToAsync(draft.Id)).Id);
        Assert.Equal(
            (PlanVersionMigrationStatus.Completed, 1203, 1201, 2),
            (migration.Status, migration.TotalCompanies, migration.CompletedCompanies, migration.SkippedCompanies)
        );
        Assert.Equal(
            new Dictionary<string, int> { [draft.Id] = 1201, [plan.ActiveVersion!.Id] = 2 },
            await CompaniesByVersionAsync(plan.Id)
        );
        var moves = await MovesToAsync(draft.Id);
        Assert.Equal(companies.Except([companies[7], companies[1202]]).Order(), moves.Keys.Order());
        Assert.All(moves.Values, static count => Assert.Equal(1, count));
    }

    [Fact]
    public async Task Publishing_is_refused_if_it_would_move_companies_and_must_not()
    {
        var (plan, draft) = await PlanWithDraftAsync();
        var companies = await CompaniesOnAsync(plan, 2);
        var body = new PublishPlanVersionRequestBody
        {
            MigrationStrategy = PlanVersionMigrationStrategy.Immediate,
            ExcludedCompanyIds = [companies[0]],
            RequireNoMigration = true,
        };

        await RefusedAsync(
            HttpStatusCode.Conflict,
            "require_no_migration",
            () => Production.Plans.PublishVersionAsync(draft.Id, body, Cancellation)
        );
        Assert.Equal(draft.Id, (await PlanAsync(plan.Id)).DraftVersion!.Id);
        await Production.Plans.PublishVersionAsync(
            draft.Id,
            body with
            {
                ExcludedCompanyIds = companies,
            },
            Cancellation
        );

        Assert.Equal(
            new Dictionary<string, int> { [plan.ActiveVersion!.Id] = 2 },
            await CompaniesByVersionAsync(plan.Id)
        );
    }
}

public sealed class PlanMigrationPublishingTestsOnSqlite(SqliteApi api)
    : PlanMigrationPublishingTests(api),
        IClassFixture<SqliteApi>;

public sealed class PlanMigrationPublishingTestsOnPostgreSql(PostgreSqlApi api)
    : PlanMigrationPublishingTests(api),
        IClassFixture<PostgreSqlApi>;
