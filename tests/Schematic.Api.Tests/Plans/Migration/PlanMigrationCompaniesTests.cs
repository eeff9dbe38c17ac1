using Schematic.Contracts.Plans;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Plans.Migration;

public abstract class PlanMigrationCompaniesTests(ApiFixture api) : PlanMigrationTopic(api)
{
    [Fact]
    public async Task Of_a_large_move_only_those_that_stay_are_listed_until_it_begins()
    {
        var (plan, draft) = await PlanWithDraftAsync();
        var companies = await CompaniesOnAsync(plan, 503);
        await PublishAsync(plan.Id);

        var migration = await StartAsync(plan.Id, draft.Id, companies[0], companies[1]);

        Assert.Equal((503, 2), (migration.TotalCompanies, migration.SkippedCompanies));
        Assert.Equal([companies[1], companies[0]], await ListedAsync(migration.Id, null));

        Assert.True(await RunBatchAsync(migration, 10));

        Assert.Equal(503, (await ListedAsync(migration.Id, null)).Count);
        Assert.Equal(10, (await ListedAsync(migration.Id, PlanVersionMigrationCompanyStatus.Completed)).Count);
        Assert.Equal(491, (await ListedAsync(migration.Id, PlanVersionMigrationCompanyStatus.Pending)).Count);
    }

    [Fact]
    public async Task Companies_that_are_named_and_not_on_the_versions_are_left_where_they_are()
    {
        var (plan, draft) = await PlanWithDraftAsync();
        var companies = await CompaniesOnAsync(plan, 3);
        var other = await NewCompanyAsync(Unique("other"));
        await PublishAsync(plan.Id);

        var migration = (
            await Production.PlanMigrations.CreateAsync(
                Migration(plan.Id, draft.Id) with
                {
                    CompanyIds = [companies[0], companies[1], other.Id],
                    ExcludedCompanyIds = [companies[1], companies[2]],
                },
                Cancellation
            )
        ).Data;

        Assert.Equal([companies[0]], await ListedAsync(migration.Id, PlanVersionMigrationCompanyStatus.Completed));
        Assert.Equal(
            [other.Id, companies[1]],
            await ListedAsync(migration.Id, PlanVersionMigrationCompanyStatus.Skipped)
        );
        Assert.Equal(3, migration.TotalCompanies);
    }

    /// <summary>Ids of the companies of a migration, newest first.</summary>
    private async Task<IReadOnlyList<string>> ListedAsync(string id, PlanVersionMigrationCompanyStatus? status)
    {
        var ids = new List<string>();
        while (true)
        {
            var query = new MigrationCompaniesQuery
            {
                Status = status,
                Limit = 250,
                Offset = ids.Count,
            };
            var page = (await Production.PlanMigrations.ListMigrationCompaniesAsync(id, query, Cancellation)).Data;
            if (page.Count == 0)
                return ids;
            ids.AddRange(page.Select(static one => one.Company.Id));
        }
    }
}

public sealed class PlanMigrationCompaniesTestsOnSqlite(SqliteApiAtRest api)
    : PlanMigrationCompaniesTests(api),
        IClassFixture<SqliteApiAtRest>;

public sealed class PlanMigrationCompaniesTestsOnPostgreSql(PostgreSqlApiAtRest api)
    : PlanMigrationCompaniesTests(api),
        IClassFixture<PostgreSqlApiAtRest>;
