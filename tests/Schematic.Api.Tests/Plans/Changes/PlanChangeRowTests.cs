using Schematic.Api.Persistence.Sql;
using Schematic.Api.Tests.Plans.Migration;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Plans.Changes;

/// <summary>Every filter of the list goes through an index that has its order, too.</summary>
public sealed class PlanChangeRowTests(SqliteApi api) : PlanMigrationTopic(api), IClassFixture<SqliteApi>
{
    [Theory]
    [InlineData("environment_seq = 1", "ix_plan_changes_environment_seq_seq")]
    [InlineData("environment_seq = 1 AND action = 4", "ix_plan_changes_environment_seq_action_seq")]
    [InlineData("environment_seq = 1 AND company_id = 'comp_1'", "ix_plan_changes_environment_seq_company_id_seq")]
    [InlineData("environment_seq = 1 AND base_plan_action = 1", "ix_plan_changes_environment_seq_base_plan_action_seq")]
    public async Task A_filtered_list_is_read_from_an_index(string condition, string index)
    {
        await using var db = Database.Open(await EnvironmentSeqAsync());

        var plan = await db.QueryAsync(
            new SqlText(
                $"""
                EXPLAIN QUERY PLAN
                SELECT * FROM plan_changes WHERE {new SqlLiteral(condition)} ORDER BY seq DESC LIMIT 50
                """
            ),
            static row => row.GetString(3),
            Cancellation
        );

        Assert.Contains(index, Assert.Single(plan), StringComparison.Ordinal);
    }
}
