using System.Net;
using Bunit;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Plans;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Plans;
using Schematic.Dashboard.Plans.Versions;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Tests.Shared;
using Schematic.Testing.Http;

namespace Schematic.Dashboard.Tests.Plans;

public sealed class PlanPageTests : PageContext
{
    private const string Get = "GET /plans/plan_pro";

    private static readonly PlanVersionResponseData Draft = PlanSamples.Version(2, PlanVersionStatus.Draft);

    public PlanPageTests()
    {
        Api.OnData(
            Get,
            PlanSamples.Plan() with
            {
                Entitlements = [PlanSamples.Calls(1_000)],
                CompanyCount = 85,
            },
            "\"shown\""
        );
        Api.OnData("GET /companies/count", new CountResponse { Count = 85 });
    }

    [Fact]
    public async Task While_loading_the_page_shows_its_shape()
    {
        Api.OnSilence(Get);

        Assert.NotEmpty((await OpenAsync()).FindAll(".detail .skeleton"));
    }

    [Fact]
    public async Task A_plan_that_is_not_there_is_no_failure()
    {
        Api.OnError(Get, HttpStatusCode.NotFound, "There is no plan.");
        var page = await OpenAsync();

        page.WaitForAssertion(() =>
            Assert.Contains("There is no such plan", page.Find(".state").TextContent, StringComparison.Ordinal)
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
    public async Task The_header_says_which_version_is_published()
    {
        var page = await OpenAsync();

        page.WaitForAssertion(() =>
            Assert.Contains("Pro Plan v1 published", Words(page.Find(".page-header-title")), StringComparison.Ordinal)
        );
        Assert.Empty(page.FindAll(".plan-draft"));
    }

    [Fact]
    public async Task A_draft_says_how_many_changes_it_has_and_leads_to_their_review()
    {
        TeachDraft();
        var page = await OpenAsync();

        page.WaitForAssertion(() =>
            Assert.Contains("Draft v2 has 1 change", page.Find(".plan-draft").TextContent, StringComparison.Ordinal)
        );
        Assert.Equal(
            DashboardUrls.Plan(Production.Id, "plan_pro", PlanVersionsTab.Tab),
            page.Find(".plan-draft a").GetAttribute("href")
        );
    }

    [Fact]
    public async Task An_add_on_is_called_one_and_leads_back_to_the_add_ons()
    {
        Api.OnData(Get, PlanSamples.Plan() with { PlanType = PlanType.AddOn });
        var page = await OpenAsync();

        page.WaitForAssertion(() =>
            Assert.Equal(DashboardUrls.AddOns(Production.Id), page.Find(".crumbs a").GetAttribute("href"))
        );
        Assert.Contains("Add-on", page.Find(".page-header-title").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deleting_says_who_has_it_and_shows_why_it_is_refused()
    {
        Api.OnError("DELETE /plans/plan_pro", HttpStatusCode.Conflict, "85 companies are on \"Pro\".");
        var page = await OpenAsync();
        var dialogs = RenderDialogs();
        page.WaitForAssertion(() => Button(page, "Delete"));
        Button(page, "Delete").Click();
        dialogs.WaitForAssertion(() =>
            Assert.Contains("85 companies have", dialogs.Find(".dialog-text").TextContent, StringComparison.Ordinal)
        );
        await dialogs.Find(".dialog-form input").InputAsync("Pro");
        await dialogs.Find("form").SubmitAsync();

        dialogs.WaitForAssertion(() =>
            Assert.Contains("85 companies are on", dialogs.Find(".alert").TextContent, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_new_name_is_sent_and_the_page_read_anew()
    {
        Api.OnData("PUT /plans/plan_pro", PlanSamples.Plan(name: "Pro+"));
        var page = await OpenAsync();
        var dialogs = RenderDialogs();
        page.WaitForAssertion(() => Button(page, "Edit"));
        Button(page, "Edit").Click();
        dialogs.WaitForAssertion(() => Input(dialogs, "Name"));
        Input(dialogs, "Name").Change("Pro+");
        Api.OnData(Get, PlanSamples.Plan(name: "Pro+"));
        await dialogs.Find("form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Equal("Pro+", page.Find("h1").TextContent));
        Assert.Contains(
            "\"name\":\"Pro+\"",
            Assert.Single(Asked("PUT /plans/plan_pro")).Body,
            StringComparison.Ordinal
        );
        Assert.Equal("\"shown\"", Asked("PUT /plans/plan_pro")[0].Headers["If-Match"]);
    }

    [Fact]
    public async Task The_companies_are_those_on_the_plan_each_with_its_version()
    {
        Api.OnData<IReadOnlyList<CompanyDetailResponseData>>(
            "GET /companies",
            [PlanSamples.CompanyOn("plan_pro", "plvr_1")]
        );
        var page = await OpenAsync(PlanCompanies.Tab, new PlanCompaniesQuery { VersionId = "plvr_1" });

        page.WaitForAssertion(() => Assert.Contains("Acme", page.Find("tbody").TextContent, StringComparison.Ordinal));
        Assert.Contains("v1", page.Find("tbody").TextContent, StringComparison.Ordinal);
        var asked = Assert.Single(Asked("GET /companies"));
        Assert.Contains(("plan_ids", "plan_pro"), asked.Parameters);
        Assert.Contains(("plan_version_id", "plvr_1"), asked.Parameters);
    }

    [Fact]
    public async Task A_hostile_name_is_only_text()
    {
        Api.OnData(Get, PlanSamples.Plan(name: "<img src=x onerror=alert(1)>"));
        var page = await OpenAsync();

        page.WaitForAssertion(() => Assert.Equal("<img src=x onerror=alert(1)>", page.Find("h1").TextContent));
        Assert.Empty(page.FindAll("img"));
    }

    [Theory]
    [InlineData("?q=acme&version=plvr_2&sort=-name&page=2")]
    [InlineData("")]
    public void The_address_of_the_companies_holds_what_is_shown(string uri) =>
        Assert.Equal(uri, PlanCompaniesQuery.FromUri(new UrlReader(uri)).ToUri());

    private void TeachDraft() =>
        Api.On(
            Get,
            request =>
                FakeApi.Data(
                    PlanSamples.Plan(versions: [Draft, PlanSamples.Version(1)]) with
                    {
                        Entitlements =
                        [
                            PlanSamples.Calls(
                                request.Parameters.Contains(("plan_version_id", "plvr_2")) ? 2_000 : 1_000
                            ),
                        ],
                    }
                )
        );

    private Task<IRenderedComponent<PlanPage>> OpenAsync(string? tab = null, IUrlQuery? query = null) =>
        OpenAsync<PlanPage>(
            DashboardUrls.Plan(Production.Id, "plan_pro", tab, query),
            builder => builder.Add(static page => page.PlanId, "plan_pro").Add(static page => page.Tab, tab)
        );
}
