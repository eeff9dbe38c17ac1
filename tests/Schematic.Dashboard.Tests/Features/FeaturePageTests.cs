using System.Net;
using System.Text.Json.Nodes;
using Bunit;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Plans;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Features;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Tests.Flags;
using Schematic.Dashboard.Tests.Shared;

namespace Schematic.Dashboard.Tests.Features;

public sealed class FeaturePageTests : PageContext
{
    private const string Get = "GET /features/feat_1";

    public FeaturePageTests() =>
        Api.OnData(
                Get,
                FlagSamples.Feature(
                    "feat_1",
                    "Calls",
                    FlagSamples.Flag("flag_1", "calls", FlagSamples.Rule("rule_1", "R"))
                )
            )
            .OnData<IReadOnlyList<PlanDetailResponseData>>("GET /plans", [])
            .OnData<IReadOnlyList<PlanEntitlementResponseData>>("GET /plan-entitlements", [])
            .OnData<IReadOnlyList<FeatureCompanyResponseData>>("GET /feature-companies", [])
            .OnData<IReadOnlyList<CompanyOverrideResponseData>>("GET /company-overrides", []);

    [Fact]
    public async Task While_loading_the_page_shows_its_shape()
    {
        Api.OnSilence(Get);

        Assert.NotEmpty((await OpenAsync()).FindAll(".detail .skeleton"));
    }

    [Fact]
    public async Task A_feature_that_is_not_there_is_no_failure()
    {
        Api.OnError(Get, HttpStatusCode.NotFound, "There is no feature.");
        var page = await OpenAsync();

        page.WaitForAssertion(() =>
            Assert.Contains("There is no such feature", page.Find(".state").TextContent, StringComparison.Ordinal)
        );
        Assert.Empty(page.FindAll("[role=alert]"));
    }

    [Fact]
    public async Task A_failure_can_be_tried_again()
    {
        Api.OnError(Get, HttpStatusCode.InternalServerError, "The store is away.");
        var page = await OpenAsync();

        page.WaitForAssertion(() => Button(page, "Try again"));
    }

    [Fact]
    public async Task Deleting_says_that_the_flag_goes_too_and_asks_for_the_name()
    {
        Api.OnData("DELETE /features/feat_1", new DeleteResponse { Deleted = true });
        var page = await OpenAsync();
        var dialogs = RenderDialogs();
        page.WaitForAssertion(() => Button(page, "Delete"));
        Button(page, "Delete").Click();
        dialogs.WaitForAssertion(() =>
            Assert.Contains(
                "flag calls and 1 rule here",
                dialogs.Find(".dialog-text").TextContent,
                StringComparison.Ordinal
            )
        );

        dialogs.Find(".dialog-form input.input").Input("Calls");
        await dialogs.Find(".dialog-form").SubmitAsync();

        page.WaitForAssertion(() =>
            Assert.EndsWith(DashboardUrls.Features(Production.Id), Navigation.Uri, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Editing_changes_the_name_and_never_the_type()
    {
        Api.OnData("PUT /features/feat_1", FlagSamples.Feature("feat_1", "API calls"));
        var page = await OpenAsync();
        var dialogs = RenderDialogs();
        page.WaitForAssertion(() => Button(page, "Edit"));
        Button(page, "Edit").Click();
        dialogs.WaitForAssertion(() => dialogs.Find(".dialog-form"));

        Input(dialogs, "Name").Change("API calls");
        await dialogs.Find(".dialog-form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Equal("API calls", page.Find("h1").TextContent));
        Assert.Equal(
            ["description", "name"],
            JsonNode
                .Parse(Assert.Single(Asked("PUT /features/feat_1")).Body!)!
                .AsObject()
                .Select(static member => member.Key)
                .Order(StringComparer.Ordinal)
        );
    }

    private Task<IRenderedComponent<FeaturePage>> OpenAsync() =>
        OpenAsync<FeaturePage>(
            DashboardUrls.Feature(Production.Id, "feat_1"),
            static page => page.Add(static page => page.FeatureId, "feat_1")
        );
}
