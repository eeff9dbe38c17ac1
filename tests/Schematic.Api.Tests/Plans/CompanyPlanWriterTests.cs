using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Schematic.Api.Entities;
using Schematic.Api.Environments;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Changes;
using Schematic.Api.Plans;
using Schematic.Api.Plans.Changes;
using Schematic.Api.Tests.Persistence.Sql;
using Schematic.Contracts.Plans;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Plans;

public abstract class CompanyPlanWriterTests(ApiFixture api) : PlanTopic(api)
{
    private static readonly PlanChangeCause Cause = new(PlanChangeAction.CompanyUpsert, PlanChangeActor.System);

    private IDatabase Database => Server.Services.GetRequiredService<IDatabase>();

    [Fact]
    public async Task Many_companies_get_different_plans_at_once()
    {
        var (first, second) = (await SoldPlanAsync(PlanType.Plan), await SoldPlanAsync(PlanType.AddOn));
        var companies = await NewCompaniesAsync(3);

        await SetAsync(
            [first.Id, second.Id],
            companies,
            (number, plans) =>
                number switch
                {
                    0 => [plans[first.Id]],
                    1 => [plans[first.Id], plans[second.Id]],
                    _ => [],
                }
        );

        Assert.Equal([first.Id], await PlansOfAsync(companies[0]));
        Assert.Equal([first.Id, second.Id], await PlansOfAsync(companies[1]));
        Assert.Empty(await PlansOfAsync(companies[2]));
        Assert.Empty(await ChangesAsync(companies[2]));
        var change = Assert.Single(await ChangesAsync(companies[1]));
        Assert.Equal(
            (PlanChangeAction.CompanyUpsert, PlanChangeBasePlanAction.Initial),
            (change.Action, change.BasePlanAction)
        );
        Assert.Equal(Contracts.ApiKeys.ActorType.System, change.ActorType);
        Assert.Null(change.RequestId);
    }

    [Fact]
    public async Task Checks_see_what_was_written_from_then_on()
    {
        var feature = await NewFeatureAsync();
        var plan = await SoldPlanAsync(PlanType.Plan, (feature, null));
        var domain = Unique("acme");
        var company = (await NewCompanyAsync(domain)).Id;
        Assert.False((await CheckAsync(feature, domain)).Value);

        await SetAsync([plan.Id], [company], (_, plans) => [plans[plan.Id]]);

        Assert.True((await CheckAsync(feature, domain)).Value);
    }

    [Fact]
    public async Task A_plan_that_was_not_locked_is_not_given()
    {
        var plan = await SoldPlanAsync(PlanType.Plan);
        var seq = await SeqAsync(plan.Id);
        var companies = await NewCompaniesAsync(1);

        await Assert.ThrowsAsync<InvalidOperationException>(() => SetAsync([], companies, (_, _) => [seq]));

        Assert.Empty(await PlansOfAsync(companies[0]));
    }

    [Fact]
    public async Task Whoever_assigns_a_plan_while_it_is_being_published_gets_the_version_published_then()
    {
        var plan = await SoldPlanAsync(PlanType.Plan);
        await EntitleAsync(plan.Id, await NewFeatureAsync());
        var draft = (await PlanAsync(plan.Id)).DraftVersion!;
        var company = await NewCompanyAsync(Unique("acme"));
        var environment = await EnvironmentSeqAsync();
        var published = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var assigned = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        var publishing = Database.WriteAsync(
            environment,
            async (db, token) =>
            {
                var writer = new PlanWriter(db, TimeProvider.System.Now());
                var (locked, version) = await writer.LockVersionAsync(draft.Id, token);
                await writer.PublishAsync(locked, version, token);
                db.Changes.Add(ChangeKind.Catalog, locked.Seq, db.EnvironmentSeq);
                published.TrySetResult();
                // Time enough to assign the version before, if nothing held it up.
                await Task.WhenAny(assigned.Task, Task.Delay(TimeSpan.FromMilliseconds(500), token));
            },
            Cancellation
        );
        await published.Task;
        await AssignAsync(company.Id, plan.Id);
        assigned.TrySetResult();
        await publishing;

        var after = (await Production.Companies.GetAsync(company.Id, Cancellation)).Data;
        Assert.Equal(draft.Id, after.Plan!.PlanVersionId);
    }

    [Fact]
    public async Task Assigning_plans_crosswise_while_they_are_published_leaves_everybody_on_a_published_version()
    {
        var plans = new[] { await SoldPlanAsync(PlanType.AddOn), await SoldPlanAsync(PlanType.AddOn) };
        var companies = await NewCompaniesAsync(8);

        for (var round = 0; round < 3; round++)
        {
            foreach (var plan in plans)
                await EntitleAsync(plan.Id, await NewFeatureAsync());
            await Task.WhenAll([
                .. companies.Select((company, i) => AssignAsync(company, null, plans[i % 2].Id, plans[(i + 1) % 2].Id)),
                .. plans.Select(plan => PublishAsync(plan.Id, PlanVersionMigrationStrategy.Immediate)),
            ]);
        }

        var published = new HashSet<string>();
        foreach (var plan in plans)
            published.Add((await PlanAsync(plan.Id)).ActiveVersion!.Id);
        foreach (var company in companies)
        {
            var addOns = (await Production.Companies.GetAsync(company, Cancellation)).Data.AddOns;
            Assert.Equal(published, addOns.Select(static one => one.PlanVersionId!).ToHashSet());
        }
    }

    protected async Task<IReadOnlyList<string>> NewCompaniesAsync(int count)
    {
        var ids = new List<string>();
        for (var i = 0; i < count; i++)
            ids.Add((await NewCompanyAsync(Unique("acme"))).Id);
        return ids;
    }

    /// <param name="wanted">Seqs of the plans for the company of that number.</param>
    protected async Task SetAsync(
        IReadOnlyList<string> planIds,
        IReadOnlyList<string> companyIds,
        Func<int, IReadOnlyDictionary<string, int>, int[]> wanted
    )
    {
        var environment = await EnvironmentSeqAsync();
        await Database.WriteAsync(
            environment,
            async (db, token) =>
            {
                var seqs = await db
                    .Companies.Where(row => companyIds.Contains(row.Id))
                    .ToDictionaryAsync(row => row.Id, row => row.Seq, token);
                var writer = new CompanyPlanWriter(db, TimeProvider.System.Now(), Benefits);
                var plans = await writer.LockPlansAsync(planIds, token);
                var planSeqs = plans.ToDictionary(static plan => plan.Key, static plan => plan.Value.Seq);
                await writer.LockCompaniesAsync(seqs.Values, token);
                await writer.SetAsync(
                    [
                        .. companyIds.Select(
                            (id, number) =>
                                new WantedPlans(seqs[id], wanted(number, planSeqs), PlanChangeBasePlanAction.Initial)
                        ),
                    ],
                    Cause,
                    token
                );
            },
            Cancellation
        );
    }

    private async Task<IReadOnlyList<string>> PlansOfAsync(string companyId) =>
        [.. (await Production.Companies.GetAsync(companyId, Cancellation)).Data.Plans.Select(static one => one.Id)];

    private async Task<IReadOnlyList<PlanChangeResponseData>> ChangesAsync(string companyId) =>
        (await Production.Plans.ListChangesAsync(new PlanChangesQuery { CompanyId = companyId }, Cancellation)).Data;

    private async Task<int> SeqAsync(string planId)
    {
        await using var db = Database.OpenAccount();
        return (await db.Plans.SingleAsync(row => row.Id == planId, Cancellation)).Seq;
    }

    private async Task<int> EnvironmentSeqAsync()
    {
        var id = (await Production.ApiKeys.WhoAmIAsync(Cancellation)).Data.EnvironmentId;
        await using var db = Database.OpenAccount();
        return (await db.Environments.SingleAsync(row => row.Id == id, Cancellation)).Seq;
    }
}

public sealed class CompanyPlanWriterTestsOnSqlite(SqliteApi api)
    : CompanyPlanWriterTests(api),
        IClassFixture<SqliteApi>;

public sealed class CompanyPlanWriterTestsOnPostgreSql(PostgreSqlApi api)
    : CompanyPlanWriterTests(api),
        IClassFixture<PostgreSqlApi>
{
    // Counted where the driver tells of what it sends.
    [Fact]
    public async Task Many_companies_take_as_many_statements_as_one()
    {
        var (plan, other) = (await SoldPlanAsync(PlanType.Plan), await SoldPlanAsync(PlanType.Plan));
        var companies = await NewCompaniesAsync(21);
        // The first change of a plan stores how it is called.
        await SetAsync([plan.Id, other.Id], companies, (i, plans) => [plans[i < 11 ? plan.Id : other.Id]]);
        using var statements = new StatementCounter();
        await SetAsync([other.Id], [companies[0]], (_, plans) => [plans[other.Id]]);
        var ofOne = statements.Count;

        await SetAsync([other.Id], [.. companies.Skip(1).Take(10)], (_, plans) => [plans[other.Id]]);

        Assert.NotEqual(0, ofOne);
        Assert.Equal(ofOne, statements.Count - ofOne);
    }
}
