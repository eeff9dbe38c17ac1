using System.Net;
using Schematic.Contracts.Plans;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Plans.Migration;

public abstract class PlanMigrationWriterTests(ApiFixture api) : PlanMigrationTopic(api)
{
    [Theory]
    [InlineData(500, PlanVersionMigrationStatus.Completed)]
    [InlineData(501, PlanVersionMigrationStatus.Pending)]
    public async Task A_migration_of_up_to_500_companies_is_carried_out_at_once(
        int companies,
        PlanVersionMigrationStatus status
    )
    {
        var (plan, draft) = await PlanWithDraftAsync();
        await CompaniesOnAsync(plan, companies);
        await PublishAsync(plan.Id);

        var migration = await StartAsync(plan.Id, draft.Id);

        Assert.Equal((status, companies), (migration.Status, migration.TotalCompanies));
        await RunWorkerAsync();
        Assert.Equal(companies, (await EndedAsync(migration.Id)).CompletedCompanies);
    }

    [Fact]
    public async Task A_second_migration_to_the_same_version_is_refused_until_the_first_has_ended()
    {
        var (plan, draft) = await PlanWithDraftAsync();
        await CompaniesOnAsync(plan, 501);
        await PublishAsync(plan.Id);
        var first = await StartAsync(plan.Id, draft.Id);

        await RefusedAsync(
            HttpStatusCode.Conflict,
            first.Id,
            () => Production.PlanMigrations.CreateAsync(Migration(plan.Id, draft.Id), Cancellation)
        );
        await RunWorkerAsync();
        var second = (await Production.PlanMigrations.CreateAsync(Migration(plan.Id, draft.Id), Cancellation)).Data;

        Assert.Equal((PlanVersionMigrationStatus.Completed, 0), (second.Status, second.TotalCompanies));
        Assert.All((await MovesToAsync(draft.Id)).Values, static moves => Assert.Equal(1, moves));
    }

    [Fact]
    public async Task Of_two_who_start_the_same_migration_at_once_one_is_refused()
    {
        var (plan, draft) = await PlanWithDraftAsync();
        await CompaniesOnAsync(plan, 501);
        await PublishAsync(plan.Id);

        var started = await Task.WhenAll(
            Enumerable
                .Range(0, 2)
                .Select(async _ =>
                {
                    try
                    {
                        return (await StartAsync(plan.Id, draft.Id)).Id;
                    }
                    catch (Schematic.Api.Http.ApiException refusal)
                    {
                        return refusal.Message;
                    }
                })
        );

        Assert.Single(started, static one => one.StartsWith("plmg_", StringComparison.Ordinal));
        await RunWorkerAsync();
        Assert.Equal(501, (await MovesToAsync(draft.Id)).Count);
    }

    [Fact]
    public async Task A_version_that_is_published_while_companies_move_takes_them_on_from_where_they_are()
    {
        var (plan, second) = await PlanWithDraftAsync();
        await CompaniesOnAsync(plan, 1100);
        await PublishAsync(plan.Id);
        var first = await StartAsync(plan.Id, second.Id);
        Assert.True(await RunBatchAsync(first, 500));
        await EntitleAsync(plan.Id, await NewFeatureAsync());

        var third = (await PublishAsync(plan.Id, PlanVersionMigrationStrategy.Immediate)).ActiveVersion!;

        await RunWorkerAsync();
        await EndedAsync((await MigrationToAsync(third.Id)).Id);
        Assert.Equal([plan.ActiveVersion!.Id, second.Id], (await MigrationToAsync(third.Id)).PlanVersionIdsFrom);
        Assert.Equal(new Dictionary<string, int> { [third.Id] = 1100 }, await CompaniesByVersionAsync(plan.Id));
        Assert.Equal(1100, (await EndedAsync(first.Id)).CompletedCompanies);
        Assert.All((await MovesToAsync(third.Id)).Values, static moves => Assert.Equal(1, moves));
    }
}

public sealed class PlanMigrationWriterTestsOnSqlite(SqliteApiAtRest api)
    : PlanMigrationWriterTests(api),
        IClassFixture<SqliteApiAtRest>;

public sealed class PlanMigrationWriterTestsOnPostgreSql(PostgreSqlApiAtRest api)
    : PlanMigrationWriterTests(api),
        IClassFixture<PostgreSqlApiAtRest>;
