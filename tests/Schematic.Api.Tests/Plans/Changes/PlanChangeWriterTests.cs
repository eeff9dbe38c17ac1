using Microsoft.EntityFrameworkCore;
using Schematic.Api.Plans.Changes;
using Schematic.Api.Tests.Plans.Migration;
using Schematic.Contracts.Plans;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Plans.Changes;

public abstract class PlanChangeWriterTests(ApiFixture api) : PlanMigrationTopic(api)
{
    [Fact]
    public async Task All_changes_that_see_a_plan_in_one_state_share_what_is_kept_of_it()
    {
        var plan = await SoldPlanAsync(PlanType.Plan);
        await CompaniesOnAsync(plan, 40);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => CompaniesOnAsync(plan, 1)));
        Assert.Equal([plan.Name], await SnapshotsAsync(plan.Id));

        await Production.Plans.UpdateAsync(plan.Id, new UpdatePlanRequestBody { Name = "Renamed" }, null, Cancellation);
        await CompaniesOnAsync(plan, 2);

        Assert.Equal([plan.Name, "Renamed"], await SnapshotsAsync(plan.Id));
    }

    private async Task<IReadOnlyList<string>> SnapshotsAsync(string planId)
    {
        await using var db = Database.Open(await EnvironmentSeqAsync());
        return await db
            .PlanSnapshots.Where(row => row.PlanId == planId)
            .OrderBy(static row => row.Seq)
            .Select(static row => row.Name)
            .ToListAsync(Cancellation);
    }
}

public sealed class PlanChangeWriterTestsOnSqlite(SqliteApi api) : PlanChangeWriterTests(api), IClassFixture<SqliteApi>;

public sealed class PlanChangeWriterTestsOnPostgreSql(PostgreSqlApi api)
    : PlanChangeWriterTests(api),
        IClassFixture<PostgreSqlApi>;
