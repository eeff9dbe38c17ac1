using System.Net;
using Bunit;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Features;
using Schematic.Contracts.Plans;
using Schematic.Contracts.Search;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Companies;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Tests.Entitlements;
using Schematic.Dashboard.Tests.Flags;
using Schematic.Dashboard.Tests.Search;
using Schematic.Dashboard.Tests.Shared;
using Schematic.Testing.Http;

namespace Schematic.Dashboard.Tests.Companies;

public sealed class CompaniesPageTests : PageContext
{
    private const string List = "GET /companies";
    private const string Count = "GET /companies/count";
    private const string Search = "GET /search";

    public CompaniesPageTests() =>
        Api.OnData<IReadOnlyList<EntityKeyDefinitionResponseData>>(
                "GET /entity-key-definitions",
                [CompanySamples.KeyDefinition("domain"), CompanySamples.KeyDefinition("crm_id")]
            )
            .OnData<IReadOnlyList<SearchHitResponseData>>(Search, [])
            .OnData<IReadOnlyList<PlanDetailResponseData>>("GET /plans", [])
            .OnData<IReadOnlyList<FeatureDetailResponseData>>("GET /features", []);

    [Fact]
    public async Task While_loading_the_page_shows_its_shape()
    {
        Api.OnSilence(List).OnSilence(Count);
        var page = await OpenAsync();

        Assert.NotEmpty(page.FindAll(".grid-skeleton"));
        Assert.Empty(page.FindAll(".state"));
    }

    [Fact]
    public async Task Rows_do_not_wait_for_their_count()
    {
        Answer(CompanySamples.Company());
        Api.OnSilence(Count);
        var page = await OpenAsync(new CompaniesListQuery { Size = 25, Page = 2 });

        page.WaitForAssertion(() => Assert.Equal("Acme", page.Find("tbody .grid-primary a").TextContent));
    }

    [Fact]
    public async Task A_row_says_which_plan_in_which_version_and_which_add_ons()
    {
        var (pro, more) = (
            PlanSamples.Plan("plan_pro", "Pro", 2),
            PlanSamples.Plan("plan_more", "More", 1, PlanType.AddOn)
        );
        Api.OnData<IReadOnlyList<PlanDetailResponseData>>("GET /plans", [pro, more]);
        Answer(
            PlanSamples.On(PlanSamples.On(CompanySamples.Company(), pro, 1), more, 1),
            CompanySamples.Company("comp_2", "Blank")
        );
        var page = await OpenAsync(new CompaniesListQuery { ShownColumns = "plan,add_ons" });

        page.WaitForAssertion(() =>
            Assert.Equal(
                ["Acme", "Pro v1", "More v1", "Blank", "No plan", ""],
                page.FindAll("tbody tr:not(.grid-skeleton) td").Select(Words)
            )
        );
    }

    [Fact]
    public async Task Filters_by_plan_and_feature_are_sent_and_shown_as_chips()
    {
        Api.OnData<IReadOnlyList<PlanDetailResponseData>>("GET /plans", [PlanSamples.Plan("plan_pro", "Pro", 2)])
            .OnData<IReadOnlyList<FeatureDetailResponseData>>(
                "GET /features",
                [FlagSamples.Feature("feat_1", "Calls")]
            );
        Answer();
        var page = await OpenAsync(
            new CompaniesListQuery
            {
                PlanId = "plan_pro",
                EntitledTo = "feat_1",
                OverrideFor = "feat_gone",
            }
        );

        page.WaitForAssertion(() =>
            Assert.Equal(
                ["Plan Pro", "Entitled to Calls", "Override for feat_gone"],
                page.FindAll(".chip").Select(Words)
            )
        );
        var sent = Asked(List)[0].Parameters;
        Assert.Contains(("plan_id", "plan_pro"), sent);
        Assert.Contains(("with_entitlement_for", "feat_1"), sent);
        Assert.Contains(("with_feature_override_for", "feat_gone"), sent);
        Assert.Equal("No company matches", page.Find(".state-title").TextContent);
    }

    [Fact]
    public async Task A_page_turn_asks_for_rows_and_not_again_for_the_count()
    {
        Answer([.. Enumerable.Range(0, 25).Select(static number => CompanySamples.Company($"comp_{number}"))]);
        var page = await OpenAsync(new CompaniesListQuery { Size = 25 });
        page.WaitForAssertion(() => Assert.Equal(25, page.FindAll("tbody tr:not(.grid-skeleton)").Count));

        await page.InvokeAsync(() =>
            Navigation.NavigateTo(
                DashboardUrls.Companies(Production.Id, new CompaniesListQuery { Size = 25, Page = 2 })
            )
        );

        page.WaitForAssertion(() =>
            Assert.Equal(["0", "25"], Asked(List).Select(static request => Parameter(request, "offset")))
        );
        Assert.Single(Asked(Count));
    }

    [Fact]
    public async Task A_failure_is_no_empty_list_and_can_be_tried_again()
    {
        Api.OnError(List, HttpStatusCode.Forbidden, "You may not see companies.")
            .OnData(Count, new CountResponse { Count = 0 });
        var page = await OpenAsync();
        page.WaitForAssertion(() =>
            Assert.Contains(
                "You may not see companies.",
                page.Find("[role=alert]").TextContent,
                StringComparison.Ordinal
            )
        );
        Assert.DoesNotContain("No companies", page.Markup, StringComparison.Ordinal);

        Answer(CompanySamples.Company());
        Button(page, "Try again").Click();

        page.WaitForAssertion(() => Assert.Single(page.FindAll("tbody tr")));
    }

    [Fact]
    public async Task A_new_environment_says_how_companies_come_and_where_the_api_is()
    {
        Answer();
        var page = await OpenAsync();

        page.WaitForAssertion(() =>
            Assert.Contains("No companies yet", page.Find(".state").TextContent, StringComparison.Ordinal)
        );
        Assert.Contains(
            $"curl {FakeApi.BaseAddress.AbsoluteUri.TrimEnd('/')}/companies",
            page.Find(".snippets").TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains(
            $"basePath: \"{FakeApi.BaseAddress.AbsoluteUri.TrimEnd('/')}\"",
            page.Find(".snippets").TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_search_without_a_match_does_not_say_that_there_are_none()
    {
        Answer();
        var page = await OpenAsync(new CompaniesListQuery { Search = "zzz" });

        page.WaitForAssertion(() =>
            Assert.Contains("No company matches", page.Find(".state").TextContent, StringComparison.Ordinal)
        );
        Assert.DoesNotContain("No companies yet", page.Markup, StringComparison.Ordinal);
        Assert.Equal("zzz", Parameter(Assert.Single(Asked(List)), "q"));
        Assert.Equal(DashboardUrls.Companies(Production.Id), page.Find(".chip").GetAttribute("href"));
    }

    [Fact]
    public async Task Names_and_keys_are_shown_as_text()
    {
        Answer(
            CompanySamples.Company() with
            {
                Name = "<b>Acme</b>",
                Keys =
                [
                    CompanySamples.Key("a", "<i>1"),
                    CompanySamples.Key("b", new string('x', 4096)),
                    CompanySamples.Key("c", "3"),
                    CompanySamples.Key("d", "4"),
                ],
            }
        );
        var page = await OpenAsync();

        page.WaitForAssertion(() => Assert.Equal("<b>Acme</b>", page.Find("tbody .grid-primary a").TextContent));
        Assert.Equal(
            ["a<i>1", $"b{new string('x', 64)}…"],
            page.FindAll(".key-pill").Select(static pill => pill.TextContent)
        );
        Assert.Contains("+2", page.Find(".keys-cell").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Beside_an_exact_match_no_row_is_no_reason_to_create_one()
    {
        Answer();
        Api.OnData<IReadOnlyList<SearchHitResponseData>>(
            Search,
            [SearchSamples.Hit(SearchKind.User, "user_1", "Ada", "email")]
        );
        var page = await OpenAsync(new CompaniesListQuery { Search = "ada@acme.com" });

        page.WaitForAssertion(() => Assert.StartsWith("Ada Exact: email", Words(page.Find(".exact li"))));
        page.WaitForAssertion(() =>
            Assert.Equal("No other company has this text", page.Find(".state-title").TextContent)
        );
        Assert.Equal(["Show all companies"], page.FindAll(".state a").Select(Words));
    }

    [Fact]
    public async Task Searching_in_vain_says_which_keys_there_are_and_offers_to_create()
    {
        Answer();
        var page = await OpenAsync(new CompaniesListQuery { Search = "domain=x&y" });

        page.WaitForAssertion(() =>
            Assert.Equal(["crm_id", "domain"], page.FindAll(".key-name").Select(static name => name.TextContent))
        );
        Assert.Contains(
            page.FindAll(".state a"),
            link => link.GetAttribute("href") == DashboardUrls.NewCompany(Production.Id) + "?key=domain&value=x%26y"
        );
    }

    [Fact]
    public async Task A_search_for_exact_matches_that_fails_leaves_the_rows()
    {
        Answer(CompanySamples.Company());
        Api.OnError(Search, HttpStatusCode.InternalServerError, "The store is away.");
        var page = await OpenAsync(new CompaniesListQuery { Search = "acme" });

        page.WaitForAssertion(() => Assert.Equal("Acme", page.Find("tbody .grid-primary a").TextContent));
        Assert.Empty(page.FindAll(".exact"));
    }

    [Fact]
    public async Task Columns_are_chosen_in_the_address()
    {
        Answer(CompanySamples.Company());
        var page = await OpenAsync(new CompaniesListQuery { ShownColumns = "id,last_seen,created" });

        page.WaitForAssertion(() =>
            Assert.Equal(
                ["Name", "Id", "Last seen", "Created"],
                page.FindAll("th").Select(static heading => heading.TextContent.Trim())
            )
        );

        page.FindAll(".columns-menu button").First(static button => button.TextContent == "Users").Click();

        page.WaitForAssertion(() =>
            Assert.Equal(
                ["Name", "Id", "Users", "Last seen", "Created"],
                page.FindAll("th").Select(static heading => heading.TextContent.Trim())
            )
        );
        Assert.EndsWith("?columns=id%2Cusers%2Clast_seen%2Ccreated", Navigation.Uri, StringComparison.Ordinal);
    }

    private void Answer(params CompanyDetailResponseData[] companies) =>
        Api.OnData<IReadOnlyList<CompanyDetailResponseData>>(List, companies)
            .OnData(Count, new CountResponse { Count = companies.Length });

    private Task<IRenderedComponent<CompaniesPage>> OpenAsync(CompaniesListQuery? query = null) =>
        OpenAsync<CompaniesPage>(DashboardUrls.Companies(Production.Id, query));

    private static string Parameter(RecordedRequest request, string name) =>
        request.Parameters.Single(parameter => parameter.Name == name).Value;
}
