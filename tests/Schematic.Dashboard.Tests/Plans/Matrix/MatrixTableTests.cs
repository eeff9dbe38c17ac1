using AngleSharp.Dom;
using Bunit;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Features;
using Schematic.Contracts.Plans;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Plans.Matrix;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Tests.Entitlements;
using Schematic.Dashboard.Tests.Flags;
using Schematic.Dashboard.Tests.Shared;

namespace Schematic.Dashboard.Tests.Plans.Matrix;

public sealed class MatrixTableTests : PageContext
{
    private const string Calls = "API access";
    private const string Sso = "SSO";

    private static readonly FeatureResponseData SsoFeature = EntitlementSamples.Feature(
        "feat_sso",
        Sso,
        FeatureType.Boolean
    );

    public MatrixTableTests()
    {
        Api.OnData<IReadOnlyList<FeatureDetailResponseData>>(
            "GET /features",
            [
                FlagSamples.Feature("feat_calls", Calls) with
                {
                    FeatureType = FeatureType.Event,
                },
                FlagSamples.Feature("feat_sso", Sso) with
                {
                    FeatureType = FeatureType.Boolean,
                },
            ]
        );
        Api.OnData<IReadOnlyList<PlanDetailResponseData>>(
            "GET /plans",
            [
                PlanSamples.Plan("plan_seats", "More seats") with
                {
                    PlanType = PlanType.AddOn,
                },
                PlanSamples.Plan(versions: [PlanSamples.Version(3, PlanVersionStatus.Draft), PlanSamples.Version(2)]),
                PlanSamples.Plan("plan_free", "Free", PlanSamples.Version(9)),
            ]
        );
        Teach(PlanSamples.Calls(1_000));
        Api.OnData("POST /plan-entitlements", PlanSamples.Calls(1));
        Api.OnData("PUT /plan-entitlements/pltl_calls", PlanSamples.Calls(1));
        Api.OnData("DELETE /plan-entitlements/pltl_calls", new DeleteResponse { Deleted = true });
    }

    [Fact]
    public async Task A_text_that_is_not_understood_stays_and_is_not_saved()
    {
        var page = await OpenAsync();
        Cell(page, Calls, "Pro").Change("<b>lots</b>");

        Assert.Equal("<b>lots</b>", Cell(page, Calls, "Pro").GetAttribute("value"));
        Assert.Equal("true", Cell(page, Calls, "Pro").GetAttribute("aria-invalid"));
        Assert.Contains("Type a limit", page.Find(".matrix-mistake").TextContent, StringComparison.Ordinal);
        Assert.True(Button(page, "Review and save").HasAttribute("disabled"));
    }

    [Fact]
    public async Task A_value_with_a_price_is_edited_on_its_plan()
    {
        Teach(PlanSamples.Calls(1_000) with { PriceBehavior = EntitlementPriceBehavior.PayAsYouGo });
        var page = await OpenAsync();

        Assert.Contains("each paid for", page.Find(".matrix-locked").TextContent, StringComparison.Ordinal);
        Assert.Equal(DashboardUrls.Plan(Production.Id, "plan_pro"), page.Find(".matrix-locked").GetAttribute("href"));
    }

    [Fact]
    public async Task What_the_cell_held_already_is_no_change()
    {
        var page = await OpenAsync();
        Cell(page, Calls, "Pro").Change("1000");

        Assert.Empty(page.FindAll(".save-dock"));
    }

    private static IElement Cell(IRenderedComponent<PlanMatrixPage> page, string feature, string plan) =>
        page.Find($"input[aria-label='{feature} in {plan}']");

    private void Teach(params PlanEntitlementResponseData[] given) =>
        Api.OnData<IReadOnlyList<PlanEntitlementResponseData>>(
            "GET /plan-entitlements",
            [
                .. given,
                EntitlementSamples.Entitlement(SsoFeature, EntitlementValueType.Boolean, "pltl_sso") with
                {
                    ValueBool = true,
                },
            ]
        );

    private async Task<IRenderedComponent<PlanMatrixPage>> OpenAsync(MatrixQuery? query = null)
    {
        var page = await OpenAsync<PlanMatrixPage>(DashboardUrls.PlanMatrix(Production.Id, query));
        page.WaitForAssertion(() => page.Find("table"));
        return page;
    }
}
