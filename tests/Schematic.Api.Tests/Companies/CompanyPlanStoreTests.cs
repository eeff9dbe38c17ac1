using System.Net;
using Schematic.Api.Tests.Plans;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Plans;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Companies;

public abstract class CompanyPlanStoreTests(ApiFixture api) : PlanTopic(api)
{
    [Fact]
    public async Task A_company_gets_what_its_plan_gives_from_the_next_check_on()
    {
        var (name, domain) = (Unique("call"), Unique("acme"));
        var feature = await NewFeatureAsync(name);
        var plan = await SoldPlanAsync(PlanType.Plan, (feature, 3));
        var company = await NewCompanyAsync(domain);
        Assert.False((await CheckAsync(feature, domain)).Value);

        var given = await AssignAsync(company.Id, plan.Id);

        Assert.Equal((plan.Id, plan.ActiveVersion!.Id), (given.Plan!.Id, given.Plan.PlanVersionId));
        for (var used = 0; used < 5; used++)
        {
            var check = await CheckAsync(feature, domain);
            Assert.Equal((used < 3, 3, used), (check.Value, check.Entitlement!.Allocation, check.Entitlement.Usage));
            Assert.Equal(
                used < 3 ? plan.Entitlements![0].RuleId : plan.Entitlements![0].RuleIdUsageExceeded,
                check.RuleId
            );
            await SendAsync(Production, Track(name, domain));
        }

        await AssignAsync(company.Id, null);
        Assert.False((await CheckAsync(feature, domain)).Value);
    }

    [Fact]
    public async Task A_company_shows_its_plans_its_entitlements_and_the_rules_they_make()
    {
        var (name, domain) = (Unique("call"), Unique("acme"));
        var (counted, boolean) = (await NewFeatureAsync(name), await NewFeatureAsync());
        var plan = await SoldPlanAsync(PlanType.Plan, (counted, 100));
        var addOn = await SoldPlanAsync(PlanType.AddOn, (boolean, null), (counted, null));
        var company = await NewCompanyAsync(domain);
        await SendAsync(Production, Track(name, domain, quantity: 7));

        await AssignAsync(company.Id, plan.Id, addOn.Id);

        var read = (await Production.Companies.GetAsync(company.Id, Cancellation)).Data;
        var listed = (
            await Production.Companies.ListAsync(new CompaniesQuery { Ids = [company.Id] }, Cancellation)
        ).Data[0];
        Assert.Equal(plan.Id, read.Plan!.Id);
        Assert.Equal([addOn.Id], read.AddOns.Select(static one => one.Id));
        // The add-on gives more than the plan.
        var entitlement = Assert.Single(read.Entitlements, one => one.FeatureId == counted.Id);
        Assert.Equal((EntitlementValueType.Unlimited, 7), (entitlement.ValueType, entitlement.Usage));
        Assert.Equal(2, read.Entitlements.Count);
        Assert.Equal(
            addOn.Entitlements!.Select(static one => one.RuleId).Order(),
            read.Rules.Select(static rule => rule.Id).Order()
        );
        Assert.Equal(read.Entitlements.Count, listed.Entitlements.Count);
        Assert.Equal(read.Plan.PlanVersionId, listed.Plan!.PlanVersionId);
    }

    [Fact]
    public async Task Add_ons_are_exactly_those_that_are_given_and_a_plan_that_is_left_out_stays()
    {
        var company = await NewCompanyAsync(Unique("acme"));
        var plan = await SoldPlanAsync(PlanType.Plan);
        var (a, b) = (await SoldPlanAsync(PlanType.AddOn), await SoldPlanAsync(PlanType.AddOn));
        var c = await SoldPlanAsync(PlanType.AddOn);
        await AssignAsync(company.Id, plan.Id, a.Id, b.Id);

        var changed = (
            await Production.Plans.UpdateCompanyPlansAsync(
                company.Id,
                new UpdateCompanyPlansRequestBody { AddOnIds = [c.Id] },
                Cancellation
            )
        ).Data;

        Assert.Equal([c.Id], changed.AddOns.Select(static one => one.Id));
        Assert.Equal(plan.Id, changed.Plan!.Id);
    }

    [Fact]
    public async Task The_same_plan_keeps_its_version_and_another_comes_in_the_published_one()
    {
        var company = await NewCompanyAsync(Unique("acme"));
        var plan = await SoldPlanAsync(PlanType.Plan);
        await AssignAsync(company.Id, plan.Id);
        await EntitleAsync(plan.Id, await NewFeatureAsync());
        var second = await PublishAsync(plan.Id);

        var same = await AssignAsync(company.Id, plan.Id);
        await AssignAsync(company.Id, null);
        var again = await AssignAsync(company.Id, plan.Id);

        Assert.Equal(plan.ActiveVersion!.Id, same.Plan!.PlanVersionId);
        Assert.Equal(second.ActiveVersion!.Id, again.Plan!.PlanVersionId);
    }

    [Fact]
    public async Task What_cannot_be_is_refused_and_changes_nothing()
    {
        var company = await NewCompanyAsync(Unique("acme"));
        var (plan, addOn) = (await SoldPlanAsync(PlanType.Plan), await SoldPlanAsync(PlanType.AddOn));
        var draft = await NewPlanAsync();
        await AssignAsync(company.Id, plan.Id);

        await RefusedAsync(HttpStatusCode.BadRequest, "base_plan_id", () => AssignAsync(company.Id, addOn.Id));
        await RefusedAsync(
            HttpStatusCode.BadRequest,
            "add_on_ids[1]",
            () => AssignAsync(company.Id, plan.Id, addOn.Id, plan.Id)
        );
        await RefusedAsync(HttpStatusCode.NotFound, "plan_nosuch", () => AssignAsync(company.Id, null, "plan_nosuch"));
        await RefusedAsync(HttpStatusCode.Conflict, "Publish", () => AssignAsync(company.Id, draft.Id));
        await RefusedAsync(
            HttpStatusCode.NotFound,
            company.Id,
            () =>
                Staging.Plans.UpdateCompanyPlansAsync(
                    company.Id,
                    new UpdateCompanyPlansRequestBody { AddOnIds = [] },
                    Cancellation
                )
        );

        var after = (await Production.Companies.GetAsync(company.Id, Cancellation)).Data;
        Assert.Equal(plan.Id, after.Plan!.Id);
        Assert.Empty(after.AddOns);
    }

    [Fact]
    public async Task Two_who_give_a_company_a_plan_at_once_leave_it_with_one()
    {
        var company = await NewCompanyAsync(Unique("acme"));
        var plans = new[] { await SoldPlanAsync(PlanType.Plan), await SoldPlanAsync(PlanType.Plan) };

        await Task.WhenAll(Enumerable.Range(0, 16).Select(i => AssignAsync(company.Id, plans[i % 2].Id)));

        var after = (await Production.Companies.GetAsync(company.Id, Cancellation)).Data;
        Assert.Single(after.Plans);
        Assert.Contains(after.Plan!.Id, plans.Select(static plan => plan.Id));
    }
}

public sealed class CompanyPlanStoreTestsOnSqlite(SqliteApi api) : CompanyPlanStoreTests(api), IClassFixture<SqliteApi>;

public sealed class CompanyPlanStoreTestsOnPostgreSql(PostgreSqlApi api)
    : CompanyPlanStoreTests(api),
        IClassFixture<PostgreSqlApi>;
