using System.Net;
using AngleSharp.Dom;
using Bunit;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Features;
using Schematic.Contracts.Plans;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Plans.Matrix;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Shared.Ui.Forms;
using Schematic.Dashboard.Tests.Entitlements;
using Schematic.Dashboard.Tests.Flags;
using Schematic.Dashboard.Tests.Shared;

namespace Schematic.Dashboard.Tests.Plans.Matrix;

public sealed class PlanMatrixPageTests : PageContext
{
    private const string Calls = "API access";
    private const string Sso = "SSO";

    private static readonly FeatureResponseData SsoFeature = EntitlementSamples.Feature(
        "feat_sso",
        Sso,
        FeatureType.Boolean
    );

    public PlanMatrixPageTests()
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
        Api.OnData("GET /plan-entitlements/pltl_calls", PlanSamples.Calls(1_000), "\"shown\"");
        Api.OnData("DELETE /plan-entitlements/pltl_calls", new DeleteResponse { Deleted = true });
    }

    [Fact]
    public async Task A_cell_shows_what_the_draft_gives_and_add_ons_come_only_when_asked_for()
    {
        var page = await OpenAsync();

        Assert.Equal("1,000/month", Cell(page, Calls, "Pro").GetAttribute("value"));
        Assert.Equal("", Cell(page, Calls, "Free").GetAttribute("value"));
        Assert.Equal(2, page.FindAll("thead th a").Count);
        Assert.Equal(
            ["plvr_1", "plvr_3", "plvr_9"],
            Assert
                .Single(Asked("GET /plan-entitlements"))
                .Parameters.Where(static one => one.Name == "plan_version_ids")
                .Select(static one => one.Value)
                .Order()
        );

        page = await OpenAsync(new MatrixQuery { HasAddOns = true });
        Assert.Equal(3, page.FindAll("thead th a").Count);
    }

    [Fact]
    public async Task An_emptied_cell_takes_the_feature_away()
    {
        var page = await OpenAsync();
        Cell(page, Calls, "Pro").Change("");
        var review = Review(page);
        Button(review, "Save 1 cell").Click();

        page.WaitForAssertion(() => Assert.Single(Asked("DELETE /plan-entitlements/pltl_calls")));
    }

    [Fact]
    public async Task A_failure_before_the_review_keeps_the_changes()
    {
        var page = await OpenAsync();
        Cell(page, Calls, "Pro").Change("2k");
        Api.OnError("GET /plans", HttpStatusCode.InternalServerError, "The store is away.");
        Button(page, "Review and save").Click();

        page.WaitForAssertion(() =>
            Assert.Contains("The store is away.", page.Find(".save-dock .alert").TextContent, StringComparison.Ordinal)
        );
        Assert.Equal("2,000/month", Cell(page, Calls, "Pro").GetAttribute("value"));
    }

    [Fact]
    public async Task A_search_hides_rows_and_keeps_what_was_typed_in_them()
    {
        var page = await OpenAsync();
        Cell(page, Calls, "Pro").Change("2k");
        Navigation.NavigateTo(DashboardUrls.PlanMatrix(Production.Id, new MatrixQuery { Search = "sso" }));

        page.WaitForAssertion(() => Assert.Single(page.FindAll("tbody tr")));
        Assert.Contains("1 cell changed", page.Find(".save-bar").TextContent, StringComparison.Ordinal);
        Navigation.NavigateTo(DashboardUrls.PlanMatrix(Production.Id, new MatrixQuery { Search = "zzz" }));
        page.WaitForAssertion(() =>
            Assert.Contains("No feature matches", page.Find(".state").TextContent, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Without_plans_there_is_a_way_to_the_first()
    {
        Api.OnData<IReadOnlyList<PlanDetailResponseData>>("GET /plans", []);
        await EnterAsync();
        Navigation.NavigateTo(DashboardUrls.PlanMatrix(Production.Id));
        var page = Render<PlanMatrixPage>(builder => builder.Add(static one => one.EnvironmentId, Production.Id));

        page.WaitForAssertion(() =>
            Assert.Equal(DashboardUrls.NewPlan(Production.Id), page.Find(".state a").GetAttribute("href"))
        );
    }

    [Theory]
    [InlineData("?q=a%2Bb&add-ons=true")]
    [InlineData("")]
    public void The_address_holds_what_is_shown(string uri) =>
        Assert.Equal(uri, MatrixQuery.FromUri(new UrlReader(uri)).ToUri());

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

    private IRenderedComponent<DialogHost> Review(IRenderedComponent<PlanMatrixPage> page)
    {
        var dialogs = RenderDialogs();
        Button(page, "Review and save").Click();
        dialogs.WaitForAssertion(() => Assert.NotEmpty(dialogs.FindAll(".matrix-changes li")));
        return dialogs;
    }

    private async Task<IRenderedComponent<PlanMatrixPage>> OpenAsync(MatrixQuery? query = null)
    {
        var page = await OpenAsync<PlanMatrixPage>(DashboardUrls.PlanMatrix(Production.Id, query));
        page.WaitForAssertion(() => page.Find("table"));
        return page;
    }
}
