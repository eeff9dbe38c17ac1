using System.Net;
using Bunit;
using Schematic.Contracts.Plans;
using Schematic.Dashboard.Plans;
using Schematic.Dashboard.Shared.Ui.Forms;
using Schematic.Dashboard.Tests.Shared;

namespace Schematic.Dashboard.Tests.Plans;

public sealed class PlanRolesDialogTests : PageContext
{
    public PlanRolesDialogTests()
    {
        Api.OnData("GET /plan-roles", new PlanRolesResponseData { InitialPlanId = "plan_free" });
        Api.OnData<IReadOnlyList<PlanDetailResponseData>>(
            "GET /plans",
            [PlanSamples.Plan("plan_free", "Free"), PlanSamples.Plan()]
        );
    }

    [Fact]
    public async Task Only_the_role_that_was_changed_is_sent()
    {
        Api.OnData(
            "PUT /plan-roles",
            new PlanRolesResponseData { InitialPlanId = "plan_free", FallbackPlanId = "plan_pro" }
        );
        var card = await RenderAsync();
        var dialogs = await OpenDialogAsync(card);
        Input(dialogs, "Fallback plan").Change("plan_pro");
        await dialogs.Find("form").SubmitAsync();

        card.WaitForAssertion(() =>
            Assert.Equal(["Free", "Pro", "None"], card.FindAll("dd").Select(static role => role.TextContent.Trim()))
        );
        Assert.Equal("""{"fallback_plan_id":"plan_pro"}""", Assert.Single(Asked("PUT /plan-roles")).Body);
    }

    [Fact]
    public async Task A_role_is_cleared_with_null()
    {
        Api.OnData("PUT /plan-roles", new PlanRolesResponseData());
        var card = await RenderAsync();
        var dialogs = await OpenDialogAsync(card);
        Input(dialogs, "Initial plan").Change("");
        await dialogs.Find("form").SubmitAsync();

        card.WaitForAssertion(() =>
            Assert.Equal("""{"initial_plan_id":null}""", Assert.Single(Asked("PUT /plan-roles")).Body)
        );
    }

    [Fact]
    public async Task A_refusal_stands_beside_its_role()
    {
        Api.OnError(
            "PUT /plan-roles",
            HttpStatusCode.BadRequest,
            "fallback_plan_id must not be linked to billing.",
            "fallback_plan_id"
        );
        var card = await RenderAsync();
        var dialogs = await OpenDialogAsync(card);
        Input(dialogs, "Fallback plan").Change("plan_pro");
        await dialogs.Find("form").SubmitAsync();

        dialogs.WaitForAssertion(() =>
            Assert.Equal(
                "Fallback plan id must not be linked to billing.",
                dialogs.Find(".field-error").TextContent.Trim()
            )
        );
    }

    private async Task<IRenderedComponent<PlanRoles>> RenderAsync()
    {
        await EnterAsync();
        return Render<PlanRoles>(builder => builder.Add(static card => card.EnvironmentId, Production.Id));
    }

    private async Task<IRenderedComponent<DialogHost>> OpenDialogAsync(IRenderedComponent<PlanRoles> card)
    {
        var dialogs = RenderDialogs();
        card.WaitForAssertion(() => Button(card, "Change"));
        Button(card, "Change").Click();
        dialogs.WaitForAssertion(() => Assert.NotEmpty(dialogs.FindAll("option[value=plan_pro]")));
        return dialogs;
    }
}
