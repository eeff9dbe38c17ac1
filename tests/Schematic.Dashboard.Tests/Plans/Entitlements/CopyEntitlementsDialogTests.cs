using Bunit;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Plans;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Plans.Entitlements;
using Schematic.Dashboard.Tests.Shared;

namespace Schematic.Dashboard.Tests.Plans.Entitlements;

public sealed class CopyEntitlementsDialogTests : PageContext
{
    private const string Get = "GET /plans/plan_pro";

    public CopyEntitlementsDialogTests()
    {
        Api.OnData(Get, PlanSamples.Plan() with { Entitlements = [PlanSamples.Calls(1_000)] });
        Api.OnData("GET /companies/count", new CountResponse { Count = 85 });
    }

    [Fact]
    public async Task Copying_says_what_was_left_out_before_it_closes()
    {
        Api.OnData<IReadOnlyList<PlanDetailResponseData>>(
            "GET /plans",
            [PlanSamples.Plan(), PlanSamples.Plan("plan_max", "Max")]
        );
        Api.OnData(
            "POST /plan-entitlements/duplicate",
            new DuplicatePlanEntitlementsResponseResponseData
            {
                Data = [PlanSamples.Calls(1)],
                Issues = [],
                Skipped =
                [
                    new()
                    {
                        EntitlementId = "pltl_2",
                        FeatureId = "feat_2",
                        FeatureName = "SSO",
                        Errors = [new() { Message = "Max gives it already." }],
                    },
                ],
            }
        );
        var tab = await RenderAsync();
        var dialogs = RenderDialogs();
        tab.WaitForAssertion(() => Button(tab, "Copy to another plan"));
        Button(tab, "Copy to another plan").Click();
        dialogs.WaitForAssertion(() => Assert.NotEmpty(dialogs.FindAll("option[value=plan_max]")));
        Assert.Empty(dialogs.FindAll("option[value=plan_pro]"));
        Input(dialogs, "Copy to").Change("plan_max");
        await dialogs.Find("form").SubmitAsync();

        dialogs.WaitForAssertion(() =>
            Assert.Contains(
                "Max gives it already.",
                dialogs.Find(".plan-skipped").TextContent,
                StringComparison.Ordinal
            )
        );
        Assert.Equal(
            """{"source_plan_id":"plan_pro","target_plan_id":"plan_max"}""",
            Assert.Single(Asked("POST /plan-entitlements/duplicate")).Body
        );
        Button(dialogs, "Done").Click();
        Assert.Contains(
            "1 entitlement was copied to Max",
            Assert.Single(Toaster.Toasts).Text,
            StringComparison.Ordinal
        );
    }

    private async Task<IRenderedComponent<PlanEntitlements>> RenderAsync(
        PlanDetailResponseData? plan = null,
        string version = ""
    )
    {
        await EnterAsync();
        return Render<PlanEntitlements>(builder =>
            builder
                .Add(static tab => tab.EnvironmentId, Production.Id)
                .Add(static tab => tab.Plan, plan ?? PlanSamples.Plan())
                .Add(static tab => tab.Query, new PlanEntitlementsTabQuery { VersionId = version })
                .Add(static tab => tab.Changed, static () => { })
        );
    }
}
