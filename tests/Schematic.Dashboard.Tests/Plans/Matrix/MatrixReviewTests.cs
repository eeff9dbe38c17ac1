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

public sealed class MatrixReviewTests : PageContext
{
    private const string Calls = "API access";
    private const string Sso = "SSO";
    private const string GetCalls = "GET /plan-entitlements/pltl_calls";

    private static readonly FeatureResponseData SsoFeature = EntitlementSamples.Feature(
        "feat_sso",
        Sso,
        FeatureType.Boolean
    );

    public MatrixReviewTests()
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
        Api.OnData(GetCalls, PlanSamples.Calls(1_000), "\"shown\"");
        Api.OnData("POST /plan-entitlements", PlanSamples.Calls(1));
        Api.OnData("PUT /plan-entitlements/pltl_calls", PlanSamples.Calls(1));
        Api.OnData("DELETE /plan-entitlements/pltl_calls", new DeleteResponse { Deleted = true });
    }

    [Fact]
    public async Task Changes_are_reviewed_and_saved_cell_by_cell()
    {
        var page = await OpenAsync();
        Cell(page, Calls, "Pro").Change("2k");
        Cell(page, Sso, "Free").Change("yes");
        Assert.Equal("2,000/month", Cell(page, Calls, "Pro").GetAttribute("value"));
        Assert.Equal(2, page.FindAll("td.is-changed").Count);
        var review = Review(page);
        Assert.Contains("Begins a draft of Free", Words(review.Find(".dialog-text")), StringComparison.Ordinal);
        Assert.Equal(
            ["nothing → on", "1,000/month → 2,000/month"],
            review
                .FindAll(".matrix-changes li")
                .Select(static row =>
                    $"{row.QuerySelector("del")!.TextContent.Trim()} → {row.QuerySelector("ins")!.TextContent.Trim()}"
                )
        );
        Button(review, "Save 2 cells").Click();

        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".save-dock")));
        Assert.Equal(
            """{"feature_id":"feat_sso","plan_id":"plan_free","value_bool":true,"value_type":"boolean"}""",
            Assert.Single(Asked("POST /plan-entitlements")).Body
        );
        Assert.Contains(
            "\"value_numeric\":2000",
            Assert.Single(Asked("PUT /plan-entitlements/pltl_calls")).Body,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task One_cell_that_fails_says_why_and_nothing_else_is_lost()
    {
        Api.OnError("POST /plan-entitlements", HttpStatusCode.Conflict, "\"Free\" gives \"SSO\" already.");
        var page = await OpenAsync();
        Cell(page, Calls, "Pro").Change("2k");
        Cell(page, Sso, "Free").Change("on");
        var review = Review(page);
        Button(review, "Save 2 cells").Click();

        review.WaitForAssertion(() =>
            Assert.Contains("gives \"SSO\" already", review.Find(".field-error").TextContent, StringComparison.Ordinal)
        );
        Assert.Contains(
            "1 cell was saved, 1 could not be.",
            review.Find(".plan-note").TextContent,
            StringComparison.Ordinal
        );
        Teach(PlanSamples.Calls(2_000));
        Button(review, "Close").Click();

        page.WaitForAssertion(() => Assert.Equal("on", Cell(page, Sso, "Free").GetAttribute("value")));
        Assert.Single(page.FindAll("td.is-changed"));
        Assert.Equal("2,000/month", Cell(page, Calls, "Pro").GetAttribute("value"));
    }

    [Fact]
    public async Task What_somebody_else_changed_is_shown_and_stays_unless_ticked()
    {
        var page = await OpenAsync();
        Cell(page, Calls, "Pro").Change("2k");
        Teach(PlanSamples.Calls(5_000));
        Api.OnData(GetCalls, PlanSamples.Calls(5_000), "\"newer\"");
        var review = Review(page);

        Assert.Contains("Somebody else changed 1 cell", review.Find(".alert").TextContent, StringComparison.Ordinal);
        Assert.Contains(
            "Was 1,000/month Now 5,000/month",
            Words(review.Find(".plan-diff-sides")),
            StringComparison.Ordinal
        );
        Assert.True(Button(review, "Save 0 cells").HasAttribute("disabled"));
        review.Find("input[type=checkbox]").Change(true);
        Button(review, "Save 1 cell").Click();

        page.WaitForAssertion(() => Assert.Single(Asked("PUT /plan-entitlements/pltl_calls")));
        Assert.Equal("\"newer\"", Asked("PUT /plan-entitlements/pltl_calls")[0].Headers["If-Match"]);
    }

    [Fact]
    public async Task What_somebody_else_changes_during_the_review_is_shown_and_stays_unless_ticked()
    {
        const string Put = "PUT /plan-entitlements/pltl_calls";
        Api.OnStale(Put, PlanSamples.Calls(7_000), "\"newer\"");
        var page = await OpenAsync();
        Cell(page, Calls, "Pro").Change("2k");
        var review = Review(page);
        Button(review, "Save 1 cell").Click();

        review.WaitForAssertion(() =>
            Assert.Contains(
                "Was 1,000/month Now 7,000/month",
                Words(review.Find(".plan-diff-sides")),
                StringComparison.Ordinal
            )
        );
        Assert.True(Button(review, "Try again").HasAttribute("disabled"));
        Api.OnData(GetCalls, PlanSamples.Calls(7_000), "\"newer\"").OnData(Put, PlanSamples.Calls(2_000));
        review.Find("input[type=checkbox]").Change(true);
        Button(review, "Try again").Click();

        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".save-dock")));
        Assert.Equal(["\"shown\"", "\"newer\""], Asked(Put).Select(static request => request.Headers["If-Match"]));
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
