using Schematic.Api.Plans.Migration;
using Schematic.Api.Tests.Persistence.Sql;
using Schematic.Contracts.Plans;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Plans.Migration;

public abstract class PlanMigrationBatchTests(ApiFixture api) : PlanMigrationTopic(api)
{
    [Fact]
    public async Task Batches_follow_each_other_and_tell_how_far_the_migration_is()
    {
        var (plan, draft, migration, _) = await PendingAsync();

        Assert.True(await RunBatchAsync(migration, 300));

        var seen = (await Production.PlanMigrations.GetAsync(migration.Id, Cancellation)).Data;
        Assert.Equal(
            (PlanVersionMigrationStatus.InProgress, 300, 501),
            (seen.Status, seen.CompletedCompanies, seen.TotalCompanies)
        );
        Assert.NotNull(seen.StartedAt);
        Assert.Null(seen.CompletedAt);
        Assert.True(await RunBatchAsync(migration, 300));
        Assert.False(await RunBatchAsync(migration, 300));
        Assert.Equal(501, (await EndedAsync(migration.Id)).CompletedCompanies);
        Assert.Equal(new Dictionary<string, int> { [draft.Id] = 501 }, await CompaniesByVersionAsync(plan.Id));
        Assert.All((await MovesToAsync(draft.Id)).Values, static moves => Assert.Equal(1, moves));
    }

    [Fact]
    public async Task A_batch_that_is_cut_short_has_moved_nobody_and_is_done_once_in_the_end()
    {
        var (plan, draft, migration, _) = await PendingAsync();

        await Assert.ThrowsAsync<TimeoutException>(() =>
            WriteAsync<int>(
                async (db, token) =>
                {
                    var batch = new PlanMigrationBatch(db, DateTimeOffset.UnixEpoch, Benefits);
                    await batch.RunAsync((await batch.ClaimAsync(migration.Seq, token))!, 300, token);
                    throw new TimeoutException("The power is gone.");
                }
            )
        );

        Assert.Empty(await MovesToAsync(draft.Id));
        Assert.Equal(0, (await Production.PlanMigrations.GetAsync(migration.Id, Cancellation)).Data.CompletedCompanies);
        await RunWorkerAsync();
        Assert.Equal(new Dictionary<string, int> { [draft.Id] = 501 }, await CompaniesByVersionAsync(plan.Id));
        Assert.All((await MovesToAsync(draft.Id)).Values, static moves => Assert.Equal(1, moves));
    }

    [Fact]
    public async Task Companies_that_left_the_plan_or_are_gone_when_their_turn_comes_are_skipped()
    {
        var (plan, draft, migration, companies) = await PendingAsync();
        // Who leaves before the companies are listed is none of them.
        await AssignAsync(companies[3], null);
        Assert.True(await RunBatchAsync(migration, 0));
        await AssignAsync(companies[0], null);
        await Production.Companies.DeleteAsync(companies[1], Cancellation);
        await AssignAsync(companies[2], null);
        // Comes back, in the version that is published.
        await AssignAsync(companies[2], plan.Id);

        await RunWorkerAsync();

        var ended = await EndedAsync(migration.Id);
        Assert.Equal(
            (PlanVersionMigrationStatus.Completed, 500, 497, 3),
            (ended.Status, ended.TotalCompanies, ended.CompletedCompanies, ended.SkippedCompanies)
        );
        Assert.Equal(497, (await MovesToAsync(draft.Id)).Count);
    }

    private protected async Task<(
        PlanDetailResponseData Plan,
        PlanVersionResponseData Draft,
        PlanMigrationRow Migration,
        IReadOnlyList<string> Companies
    )> PendingAsync(int companies = 501)
    {
        var (plan, draft) = await PlanWithDraftAsync();
        var ids = await CompaniesOnAsync(plan, companies);
        await PublishAsync(plan.Id);
        return (plan, draft, await StartAsync(plan.Id, draft.Id), ids);
    }
}

public sealed class PlanMigrationBatchTestsOnSqlite(SqliteApiAtRest api)
    : PlanMigrationBatchTests(api),
        IClassFixture<SqliteApiAtRest>;

public sealed class PlanMigrationBatchTestsOnPostgreSql(PostgreSqlApiAtRest api)
    : PlanMigrationBatchTests(api),
        IClassFixture<PostgreSqlApiAtRest>
{
    // One writer at a time is all that the other database has.
    [Fact]
    public async Task A_migration_that_one_instance_works_on_is_left_alone_by_the_others()
    {
        var (_, _, migration, _) = await PendingAsync();

        var others = await WriteAsync(
            async (db, token) =>
            {
                Assert.NotNull(
                    await new PlanMigrationBatch(db, DateTimeOffset.UnixEpoch, Benefits).ClaimAsync(
                        migration.Seq,
                        token
                    )
                );
                return await RunBatchAsync(migration, 300);
            }
        );

        Assert.False(others);
        Assert.True(await RunBatchAsync(migration, 300));
    }

    [Fact]
    public async Task A_large_batch_takes_as_many_statements_as_a_small_one()
    {
        var (_, _, migration, _) = await PendingAsync();
        // The first names the versions.
        await RunBatchAsync(migration, 10);
        await EnvironmentSeqAsync();
        using var statements = new StatementCounter();
        await RunBatchAsync(migration, 10);
        var small = statements.Count;

        await RunBatchAsync(migration, 400);

        Assert.NotEqual(0, small);
        Assert.Equal(small, statements.Count - small);
    }
}
