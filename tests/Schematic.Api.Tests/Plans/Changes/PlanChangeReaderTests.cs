using Schematic.Api.Tests.Persistence.Sql;
using Schematic.Api.Tests.Plans.Migration;
using Schematic.Contracts.Plans;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Plans.Changes;

/// <summary>Counted where the driver tells of what it sends.</summary>
public sealed class PlanChangeReaderTests(PostgreSqlApi api) : PlanMigrationTopic(api), IClassFixture<PostgreSqlApi>
{
    [Fact]
    public async Task A_page_takes_as_many_statements_as_one_change()
    {
        var (plan, other) = (await SoldPlanAsync(PlanType.Plan), await SoldPlanAsync(PlanType.AddOn));
        foreach (var company in await CompaniesOnAsync(plan, 30))
            await AssignAsync(company, null, other.Id);
        using var statements = new StatementCounter();
        await ListAsync(1);
        var ofOne = statements.Count;

        await ListAsync(60);

        Assert.InRange(ofOne, 1, 5);
        Assert.Equal(ofOne, statements.Count - ofOne);
    }

    private async Task ListAsync(int limit) =>
        Assert.Equal(
            limit,
            (await Production.Plans.ListChangesAsync(new PlanChangesQuery { Limit = limit }, Cancellation)).Data.Count
        );
}
