using System.Net;
using Bunit;
using Schematic.Contracts.Features;
using Schematic.Contracts.Plans;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Plans;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Tests.Flags;
using Schematic.Dashboard.Tests.Shared;

namespace Schematic.Dashboard.Tests.Plans;

public sealed class PlansPageTests : PageContext
{
    private const string List = "GET /plans";

    public PlansPageTests()
    {
        Api.OnData("GET /plans/count", new CountResponse { Count = 1 });
        Api.OnData("GET /plan-roles", new PlanRolesResponseData());
        Api.OnData<IReadOnlyList<FeatureDetailResponseData>>(
            "GET /features",
            [FlagSamples.Feature("feat_sso", "SSO", FlagSamples.Flag("flag_1", "sso"))]
        );
    }

    [Fact]
    public async Task While_loading_the_page_shows_its_shape()
    {
        Api.OnSilence(List);

        Assert.NotEmpty((await OpenAsync()).FindAll(".grid-skeleton"));
    }

    [Fact]
    public async Task A_failure_is_no_empty_list()
    {
        Api.OnError(List, HttpStatusCode.InternalServerError, "The store is away.");
        var page = await OpenAsync();

        page.WaitForAssertion(() =>
            Assert.Contains("The store is away.", page.Find("[role=alert]").TextContent, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_new_environment_says_what_a_plan_is()
    {
        Api.OnData<IReadOnlyList<PlanDetailResponseData>>(List, []);
        var page = await OpenAsync();

        page.WaitForAssertion(() =>
            Assert.Contains("No plans yet", page.Find(".state").TextContent, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_row_shows_the_published_version_the_draft_and_the_companies()
    {
        Api.OnData<IReadOnlyList<PlanDetailResponseData>>(
            List,
            [
                PlanSamples.Plan(
                    versions: [PlanSamples.Version(3, PlanVersionStatus.Draft), PlanSamples.Version(2)]
                ) with
                {
                    CompanyCount = 1_085,
                },
                PlanSamples.Plan("plan_new", "New", PlanSamples.Version(1, PlanVersionStatus.Draft)),
            ]
        );
        var page = await OpenAsync();

        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("tbody tr").Count));
        var rows = page.FindAll("tbody tr");
        Assert.Equal(DashboardUrls.Plan(Production.Id, "plan_pro"), rows[0].QuerySelector("a")!.GetAttribute("href"));
        Assert.Contains("v2 published Draft v3", Words(rows[0]), StringComparison.Ordinal);
        Assert.Contains("1,085", Words(rows[0]), StringComparison.Ordinal);
        Assert.Contains("Never published Draft v1", Words(rows[1]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_plans_are_asked_for_and_those_without_a_feature()
    {
        Api.OnData<IReadOnlyList<PlanDetailResponseData>>(List, []);
        var page = await OpenAsync(new PlansListQuery { WithoutFeatureId = "feat_sso" });

        page.WaitForAssertion(() =>
            Assert.Contains("SSO", page.Find(".filter-chips").TextContent, StringComparison.Ordinal)
        );
        var asked = Assert.Single(Asked(List));
        Assert.Contains(("plan_type", "plan"), asked.Parameters);
        Assert.Contains(("without_entitlement_for", "feat_sso"), asked.Parameters);
    }

    [Fact]
    public async Task Roles_that_cannot_be_read_leave_the_plans_as_they_are()
    {
        Api.OnData<IReadOnlyList<PlanDetailResponseData>>(List, [PlanSamples.Plan()]);
        Api.OnError("GET /plan-roles", HttpStatusCode.NotFound, "There is nothing at this address.");
        var page = await OpenAsync();

        page.WaitForAssertion(() =>
            Assert.Contains("nothing at this address", page.Find(".plan-roles").TextContent, StringComparison.Ordinal)
        );
        Assert.Contains("Pro", page.Find("tbody").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?q=a%2Bb&without=feat_1&page=2")]
    [InlineData("")]
    public void The_address_holds_what_is_shown(string uri) =>
        Assert.Equal(uri, PlansListQuery.FromUri(new UrlReader(uri)).ToUri());

    private Task<IRenderedComponent<PlansPage>> OpenAsync(PlansListQuery? query = null) =>
        OpenAsync<PlansPage>(DashboardUrls.Plans(Production.Id, query));
}
