using System.Net;
using Schematic.Api.Tests.Plans.Migration;
using Schematic.Contracts.Plans;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Plans;

public abstract class PlanWriterTests(ApiFixture api) : PlanMigrationTopic(api)
{
    [Fact]
    public async Task A_version_that_companies_are_being_moved_to_is_not_deleted()
    {
        var (plan, draft) = await PlanWithDraftAsync();
        await CompaniesOnAsync(plan, 501);
        await PublishAsync(plan.Id);
        await StartAsync(plan.Id, draft.Id);

        await RefusedAsync(HttpStatusCode.Conflict, "being moved", () => DeleteVersionAsync(draft.Id));

        await RunWorkerAsync();
        await RefusedAsync(HttpStatusCode.Conflict, "companies are on", () => DeleteVersionAsync(draft.Id));
    }

    [Fact]
    public async Task A_version_and_a_plan_that_companies_were_moved_from_and_to_can_be_deleted_and_are_remembered()
    {
        var (plan, draft) = await PlanWithDraftAsync();
        var company = (await CompaniesOnAsync(plan, 1))[0];
        await PublishAsync(plan.Id, PlanVersionMigrationStrategy.Immediate);
        await AssignAsync(company, null);

        await DeleteVersionAsync(draft.Id);
        await Production.Plans.DeleteAsync(plan.Id, Cancellation);

        var changes = (
            await Production.Plans.ListChangesAsync(new PlanChangesQuery { CompanyId = company }, Cancellation)
        ).Data;
        Assert.Equal(
            [null, draft.Id, plan.ActiveVersion!.Id],
            changes.Select(static change => change.BasePlanVersion?.Id)
        );
        Assert.True(changes[1].BasePlan!.Deleted);
    }

    private Task DeleteVersionAsync(string id) =>
        Production.Plans.DeleteVersionAsync(id, new DeletePlanVersionQuery(), Cancellation);
}

public sealed class PlanWriterTestsOnSqlite(SqliteApiAtRest api) : PlanWriterTests(api), IClassFixture<SqliteApiAtRest>;

public sealed class PlanWriterTestsOnPostgreSql(PostgreSqlApiAtRest api)
    : PlanWriterTests(api),
        IClassFixture<PostgreSqlApiAtRest>;
