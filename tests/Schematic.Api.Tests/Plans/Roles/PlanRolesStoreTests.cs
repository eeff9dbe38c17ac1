using System.Net;
using Schematic.Contracts.Plans;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Plans.Roles;

public abstract class PlanRolesStoreTests(ApiFixture api) : AudienceTopic(api)
{
    [Fact]
    public async Task New_companies_get_the_initial_plan_and_those_from_before_do_not()
    {
        var before = await NewCompanyAsync(Unique("before"));
        var (plan, trait) = (await SoldPlanAsync(PlanType.Plan), await NewTraitAsync());
        await RolesAsync(new() { InitialPlanId = plan.Id, FallbackPlanId = null });

        var after = await NewCompanyAsync(Unique("after"));
        await SetTraitAsync(before.Id, trait, "changed");

        await HasPlansAsync(after.Id, plan.Id);
        await HasPlansAsync(before.Id);
        var change = await LastChangeAsync(after.Id);
        Assert.Equal(
            (PlanChangeAction.CompanyUpsert, PlanChangeBasePlanAction.Initial),
            (change.Action, change.BasePlanAction)
        );
        await RolesAsync(new() { InitialPlanId = null });
        Assert.Null((await Production.Plans.GetRolesAsync(Cancellation)).Data.InitialPlanId);
    }

    [Fact]
    public async Task Who_loses_the_plan_falls_back_and_an_audience_takes_over()
    {
        var (plan, fallback, gold) = (
            await SoldPlanAsync(PlanType.Plan),
            await SoldPlanAsync(PlanType.Plan),
            await SoldPlanAsync(PlanType.Plan)
        );
        var trait = await NewTraitAsync();
        await AudienceAsync(gold.Id, TraitIs(trait, "gold"));
        await RolesAsync(new() { InitialPlanId = null, FallbackPlanId = fallback.Id });
        var company = await NewCompanyAsync(Unique("acme"));
        await HasPlansAsync(company.Id);
        await AssignAsync(company.Id, plan.Id);

        await AssignAsync(company.Id, null);
        await HasPlansAsync(company.Id, fallback.Id);
        var fell = await LastChangeAsync(company.Id);
        await SetTraitAsync(company.Id, trait, "gold");
        await HasPlansAsync(company.Id, gold.Id);
        await SetTraitAsync(company.Id, trait, "lead");
        await HasPlansAsync(company.Id, fallback.Id);

        Assert.Equal(
            (PlanChangeAction.FallbackPlan, PlanChangeBasePlanAction.Fallback),
            (fell.Action, fell.BasePlanAction)
        );
        await RolesAsync(new() { FallbackPlanId = null });
    }

    [Fact]
    public async Task Roles_are_of_one_environment_and_what_is_left_out_stays()
    {
        var plan = await SoldPlanAsync(PlanType.Plan);
        await RolesAsync(new() { TrialExpiryPlanId = plan.Id });

        var roles = await RolesAsync(new() { FallbackPlanId = plan.Id });

        Assert.Equal((plan.Id, plan.Id), (roles.TrialExpiryPlanId, roles.FallbackPlanId));
        Assert.Null((await Staging.Plans.GetRolesAsync(Cancellation)).Data.FallbackPlanId);
        await RefusedAsync(
            HttpStatusCode.Conflict,
            "Give that role to another plan first",
            () => Production.Plans.DeleteAsync(plan.Id, Cancellation)
        );
        await RolesAsync(new() { TrialExpiryPlanId = null, FallbackPlanId = null });
        await Production.Plans.DeleteAsync(plan.Id, Cancellation);
    }

    [Fact]
    public async Task Only_a_published_plan_can_have_a_role()
    {
        var (draft, addOn) = (await NewPlanAsync(), await SoldPlanAsync(PlanType.AddOn));

        await RefusedAsync(
            HttpStatusCode.Conflict,
            "Publish its draft",
            () => RolesAsync(new() { InitialPlanId = draft.Id })
        );
        await RefusedAsync(
            HttpStatusCode.BadRequest,
            "names an add-on",
            () => RolesAsync(new() { InitialPlanId = addOn.Id })
        );
        await RefusedAsync(
            HttpStatusCode.NotFound,
            "plan_none",
            () => RolesAsync(new() { InitialPlanId = "plan_none" })
        );
    }

    private async Task<PlanRolesResponseData> RolesAsync(UpdatePlanRolesRequestBody body) =>
        (await Production.Plans.UpdateRolesAsync(body, Cancellation)).Data;
}

public sealed class PlanRolesStoreTestsOnSqlite(SqliteApi api) : PlanRolesStoreTests(api), IClassFixture<SqliteApi>;

public sealed class PlanRolesStoreTestsOnPostgreSql(PostgreSqlApi api)
    : PlanRolesStoreTests(api),
        IClassFixture<PostgreSqlApi>;
