using System.Net;
using Schematic.Contracts.Plans;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Plans;

public abstract class PlanStoreTests(ApiFixture api) : PlanTopic(api)
{
    [Fact]
    public async Task A_plan_begins_with_a_draft_of_this_environment()
    {
        var plan = await NewPlanAsync();

        Assert.Equal((1, PlanVersionStatus.Draft), (plan.DraftVersion!.Version, plan.DraftVersion.Status));
        Assert.Null(plan.ActiveVersion);
        Assert.Equal([plan.DraftVersion.Id], plan.Versions.Select(static one => one.Id));
        Assert.Empty((await Staging.Plans.GetAsync(plan.Id, new PlanQuery(), Cancellation)).Data.Versions);
    }

    [Fact]
    public async Task A_change_after_publishing_begins_a_draft_and_leaves_the_published_version_as_it_is()
    {
        var plan = await PublishAsync((await NewPlanAsync()).Id);

        var changed = (
            await Production.Plans.UpdateAsync(
                plan.Id,
                new UpdatePlanRequestBody { Name = "Renamed", Icon = PlanIcon.Amber },
                null,
                Cancellation
            )
        ).Data;

        Assert.Equal(("Renamed", PlanIcon.Amber), (changed.Name, changed.Icon));
        Assert.Equal(plan.Name, changed.ActiveVersion!.Name);
        Assert.Equal(("Renamed", 2), (changed.DraftVersion!.Name, changed.DraftVersion.Version));
    }

    [Fact]
    public async Task What_is_written_as_it_is_begins_no_draft()
    {
        var plan = await PublishAsync((await NewPlanAsync()).Id);

        var same = (
            await Production.Plans.UpdateAsync(
                plan.Id,
                new UpdatePlanRequestBody { Name = plan.Name },
                null,
                Cancellation
            )
        ).Data;

        Assert.Null(same.DraftVersion);
        Assert.Equal(plan.UpdatedAt, same.UpdatedAt);
    }

    [Fact]
    public async Task The_draft_gives_what_the_published_version_does_until_it_is_changed()
    {
        var (first, second) = (await NewFeatureAsync(), await NewFeatureAsync());
        var plan = await SoldPlanAsync(PlanType.Plan, (first, null));
        var published = plan.ActiveVersion!;

        await EntitleAsync(plan.Id, second);

        var changed = await PlanAsync(plan.Id);
        var draft = (
            await Production.Plans.GetAsync(
                plan.Id,
                new PlanQuery { PlanVersionId = changed.DraftVersion!.Id },
                Cancellation
            )
        ).Data;
        Assert.Equal([first.Id], changed.Entitlements!.Select(static one => one.FeatureId));
        Assert.Equal([first.Id, second.Id], draft.Entitlements!.Select(static one => one.FeatureId));
        Assert.Equal(published.Id, changed.ActiveVersion!.Id);
    }

    [Fact]
    public async Task Publishing_archives_the_version_before()
    {
        var plan = await PublishAsync((await NewPlanAsync()).Id);
        await EntitleAsync(plan.Id, await NewFeatureAsync());

        var again = await PublishAsync(plan.Id);

        Assert.Equal(
            [(2, PlanVersionStatus.Published), (1, PlanVersionStatus.Archived)],
            again.Versions.Select(static one => (one.Version, one.Status))
        );
    }

    [Fact]
    public async Task Publishing_without_a_draft_is_refused()
    {
        var plan = await PublishAsync((await NewPlanAsync()).Id);

        await RefusedAsync(
            HttpStatusCode.Conflict,
            "no draft",
            () =>
                Production.Plans.PublishVersionAsync(
                    plan.ActiveVersion!.Id,
                    new PublishPlanVersionRequestBody
                    {
                        MigrationStrategy = PlanVersionMigrationStrategy.Leave,
                        ExcludedCompanyIds = [],
                    },
                    Cancellation
                )
        );
    }

    [Theory]
    [InlineData(PlanVersionMigrationStrategy.Leave, false, false)]
    [InlineData(PlanVersionMigrationStrategy.Immediate, true, false)]
    public async Task Publishing_moves_companies_as_the_strategy_says(
        PlanVersionMigrationStrategy strategy,
        bool moves,
        bool excludedMoves
    )
    {
        var feature = await NewFeatureAsync();
        var plan = await SoldPlanAsync(PlanType.Plan);
        var (domain, excludedDomain) = (Unique("one"), Unique("two"));
        var company = await NewCompanyAsync(domain);
        var excluded = await NewCompanyAsync(excludedDomain);
        await AssignAsync(company.Id, plan.Id);
        await AssignAsync(excluded.Id, plan.Id);
        Assert.False((await CheckAsync(feature, domain)).Value);
        await EntitleAsync(plan.Id, feature);

        var published = await PublishAsync(plan.Id, strategy, excluded.Id);

        Assert.Equal(moves, (await CheckAsync(feature, domain)).Value);
        Assert.Equal(excludedMoves, (await CheckAsync(feature, excludedDomain)).Value);
        var now = (await Production.Companies.GetAsync(company.Id, Cancellation)).Data;
        Assert.Equal(moves, now.Plan!.PlanVersionId == published.ActiveVersion!.Id);
    }

    [Fact]
    public async Task A_plan_and_a_version_that_companies_have_are_not_deleted()
    {
        var plan = await SoldPlanAsync(PlanType.Plan);
        var company = await NewCompanyAsync(Unique("acme"));
        await AssignAsync(company.Id, plan.Id);

        await RefusedAsync(
            HttpStatusCode.Conflict,
            "1 company is",
            () => Production.Plans.DeleteAsync(plan.Id, Cancellation)
        );
        await RefusedAsync(
            HttpStatusCode.Conflict,
            "1 company is",
            () =>
                Production.Plans.DeleteVersionAsync(plan.ActiveVersion!.Id, new DeletePlanVersionQuery(), Cancellation)
        );
        await AssignAsync(company.Id, null);
        await Production.Plans.DeleteAsync(plan.Id, Cancellation);
        await RefusedAsync(HttpStatusCode.NotFound, "plan", () => PlanAsync(plan.Id));
    }

    [Fact]
    public async Task A_deleted_draft_can_be_begun_again()
    {
        var plan = await PublishAsync((await NewPlanAsync()).Id);
        await EntitleAsync(plan.Id, await NewFeatureAsync());

        await Production.Plans.DeleteVersionAsync(
            (await PlanAsync(plan.Id)).DraftVersion!.Id,
            new DeletePlanVersionQuery(),
            Cancellation
        );
        var without = await PlanAsync(plan.Id);
        await EntitleAsync(plan.Id, await NewFeatureAsync());

        Assert.Null(without.DraftVersion);
        Assert.NotNull((await PlanAsync(plan.Id)).DraftVersion);
    }

    [Fact]
    public async Task A_list_and_its_count_agree_under_every_filter()
    {
        var feature = await NewFeatureAsync();
        var plan = await SoldPlanAsync(PlanType.Plan, (feature, null));
        var addOn = await NewPlanAsync(PlanType.AddOn);
        var company = await NewCompanyAsync(Unique("acme"));
        await AssignAsync(company.Id, plan.Id);
        IReadOnlyList<string> both = [plan.Id, addOn.Id];

        Assert.Equal([addOn.Id, plan.Id], await IdsAsync(new PlansQuery { Ids = both }));
        Assert.Equal([plan.Id], await IdsAsync(new PlansQuery { Ids = both, PlanType = PlanType.Plan }));
        Assert.Equal([plan.Id], await IdsAsync(new PlansQuery { CompanyId = company.Id }));
        Assert.Equal([addOn.Id], await IdsAsync(new PlansQuery { Ids = both, WithoutEntitlementFor = feature.Id }));
        Assert.Equal([plan.Id], await IdsAsync(new PlansQuery { Q = plan.Name.ToUpperInvariant() }));
        Assert.Empty(await IdsAsync(new PlansQuery { Ids = both, HasProductId = true }));
        Assert.Equal(1, (await PlanAsync(plan.Id)).CompanyCount);
    }

    private async Task<IReadOnlyList<string>> IdsAsync(PlansQuery query)
    {
        var ids = (await Production.Plans.ListAsync(query, Cancellation)).Data.Select(static plan => plan.Id).ToList();
        Assert.Equal(ids.Count, (await Production.Plans.CountAsync(query, Cancellation)).Data.Count);
        return ids;
    }
}

public sealed class PlanStoreTestsOnSqlite(SqliteApi api) : PlanStoreTests(api), IClassFixture<SqliteApi>;

public sealed class PlanStoreTestsOnPostgreSql(PostgreSqlApi api) : PlanStoreTests(api), IClassFixture<PostgreSqlApi>;
