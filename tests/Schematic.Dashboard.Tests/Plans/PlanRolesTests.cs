using Bunit;
using Schematic.Contracts.Plans;
using Schematic.Dashboard.Plans;
using Schematic.Dashboard.Tests.Shared;

namespace Schematic.Dashboard.Tests.Plans;

public sealed class PlanRolesTests : PageContext
{
    public PlanRolesTests()
    {
        Api.OnData("GET /plan-roles", new PlanRolesResponseData { InitialPlanId = "plan_free" });
        Api.OnData<IReadOnlyList<PlanDetailResponseData>>(
            "GET /plans",
            [PlanSamples.Plan("plan_free", "Free"), PlanSamples.Plan()]
        );
    }

    [Fact]
    public async Task Each_role_names_its_plan_or_says_that_there_is_none()
    {
        var card = await RenderAsync();

        card.WaitForAssertion(() =>
            Assert.Equal(["Free", "None", "None"], card.FindAll("dd").Select(static role => role.TextContent.Trim()))
        );
        Assert.Contains(("ids", "plan_free"), Assert.Single(Asked("GET /plans")).Parameters);
    }

    [Fact]
    public async Task Without_any_role_no_plan_is_asked_for()
    {
        Api.OnData("GET /plan-roles", new PlanRolesResponseData());
        var card = await RenderAsync();

        card.WaitForAssertion(() => Assert.Equal(3, card.FindAll("dd .muted").Count));
        Assert.Empty(Asked("GET /plans"));
    }

    private async Task<IRenderedComponent<PlanRoles>> RenderAsync()
    {
        await EnterAsync();
        return Render<PlanRoles>(builder => builder.Add(static card => card.EnvironmentId, Production.Id));
    }
}
