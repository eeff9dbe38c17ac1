using Schematic.Api.Tests.Plans;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Plans;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Companies;

public abstract class PlanHoldersTests(ApiFixture api) : PlanTopic(api)
{
    [Fact]
    public async Task Companies_are_found_by_plan_and_by_version()
    {
        var plan = await SoldPlanAsync(PlanType.Plan, (await NewFeatureAsync(), null));
        var addOn = await SoldPlanAsync(PlanType.AddOn);
        var old = await NewCompanyAsync(Unique("old"));
        await AssignAsync(old.Id, plan.Id);
        await Production.Plans.UpdateAsync(
            plan.Id,
            new UpdatePlanRequestBody { Name = Unique("renamed") },
            null,
            Cancellation
        );
        var second = await PublishAsync(plan.Id);
        var (young, both) = (await NewCompanyAsync(Unique("young")), await NewCompanyAsync(Unique("both")));
        await AssignAsync(young.Id, plan.Id);
        await AssignAsync(both.Id, plan.Id, addOn.Id);

        await HasAsync(new() { PlanId = plan.Id }, both, young, old);
        await HasAsync(new() { PlanIds = [addOn.Id] }, both);
        await HasAsync(new() { PlanIds = [addOn.Id, plan.Id] }, both, young, old);
        await HasAsync(new() { PlanVersionId = plan.ActiveVersion!.Id }, old);
        await HasAsync(new() { PlanVersionIds = [second.ActiveVersion!.Id] }, both, young);
        await HasAsync(new() { PlanIds = [plan.Id], PlanVersionUnpublished = true }, old);
        await HasAsync(new() { PlanId = "plan_none" });
        await HasAsync(new() { PlanId = plan.Id, Q = "young" }, young);
        await HasAsync(
            new()
            {
                PlanId = plan.Id,
                SortOrderColumn = "name",
                Ids = [young.Id, old.Id],
            },
            old,
            young
        );
    }

    [Fact]
    public async Task Companies_without_a_plan_may_have_add_ons()
    {
        var (plan, addOn) = (await SoldPlanAsync(PlanType.Plan), await SoldPlanAsync(PlanType.AddOn));
        var (none, added, on) = (
            await NewCompanyAsync(Unique("none")),
            await NewCompanyAsync(Unique("added")),
            await NewCompanyAsync(Unique("on"))
        );
        await AssignAsync(added.Id, null, addOn.Id);
        await AssignAsync(on.Id, plan.Id);

        await HasAsync(new() { WithoutPlan = true, Ids = [none.Id, added.Id, on.Id] }, added, none);
    }

    [Fact]
    public async Task Companies_are_found_by_what_they_are_entitled_to_and_by_their_overrides()
    {
        var (feature, other) = (await NewFeatureAsync(), await NewFeatureAsync());
        var plan = await SoldPlanAsync(PlanType.Plan, (feature, null));
        var (byPlan, byOverride, neither) = (
            await NewCompanyAsync(Unique("plan")),
            await NewCompanyAsync(Unique("override")),
            await NewCompanyAsync(Unique("neither"))
        );
        await AssignAsync(byPlan.Id, plan.Id);
        await OverrideAsync(byOverride, feature);
        await OverrideAsync(neither, other);
        IReadOnlyList<string> all = [byPlan.Id, byOverride.Id, neither.Id];

        await HasAsync(new() { WithEntitlementFor = feature.Id }, byOverride, byPlan);
        await HasAsync(new() { WithFeatureOverrideFor = feature.Id }, byOverride);
        await HasAsync(new() { WithoutFeatureOverrideFor = feature.Id, Ids = all }, neither, byPlan);
        await HasAsync(new() { WithEntitlementFor = "feat_none" });
        await HasAsync(new() { WithoutFeatureOverrideFor = "feat_none", Ids = all }, neither, byOverride, byPlan);
    }

    [Fact]
    public async Task Nobody_has_a_subscription_or_credits()
    {
        var company = await NewCompanyAsync(Unique("acme"));
        IReadOnlyList<string> ids = [company.Id];

        await HasAsync(new() { Ids = ids, WithSubscription = true });
        await HasAsync(new() { Ids = ids, CreditTypeIds = ["crdt_none"] });
        await HasAsync(new() { Ids = ids, WithoutSubscription = true }, company);
    }

    /// <param name="companies">In this order.</param>
    private async Task HasAsync(CompaniesQuery query, params CompanyDetailResponseData[] companies)
    {
        var found = (await Production.Companies.ListAsync(query, Cancellation)).Data;
        Assert.Equal(companies.Select(company => company.Id), found.Select(company => company.Id));
        Assert.Equal(companies.Length, (await Production.Companies.CountAsync(query, Cancellation)).Data.Count);
    }
}

public sealed class PlanHoldersTestsOnSqlite(SqliteApi api) : PlanHoldersTests(api), IClassFixture<SqliteApi>;

public sealed class PlanHoldersTestsOnPostgreSql(PostgreSqlApi api)
    : PlanHoldersTests(api),
        IClassFixture<PostgreSqlApi>;
