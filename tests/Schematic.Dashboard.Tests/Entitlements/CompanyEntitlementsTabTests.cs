using System.Net;
using Bunit;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Plans;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Entitlements;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Tests.Companies;
using Schematic.Dashboard.Tests.Shared;

namespace Schematic.Dashboard.Tests.Entitlements;

public sealed class CompanyEntitlementsTabTests : PageContext
{
    private const string Usage = "GET /feature-usage";
    private const string Overrides = "GET /company-overrides";
    private static readonly string Url = DashboardUrls.Company("env_production", "comp_1");

    public CompanyEntitlementsTabTests() => Answer([]);

    [Fact]
    public async Task A_row_says_how_much_where_it_comes_from_how_much_is_used_and_when_it_restarts()
    {
        Answer([
            UsageSamples.Calls(8_200, 10_000) with
            {
                Period = Contracts.Events.MetricPeriod.CurrentMonth,
                MetricResetAt = Clock.GetUtcNow().AddDays(9),
                Candidates = [UsageSamples.Given(10_000)],
            },
        ]);
        var tab = await ShowAsync();

        var row = tab.Find("tbody tr");
        Assert.Equal("API calls 10,000 a month Pro v2 8,200 of 10,000 82% Restarts in 9 days", OneLine(Words(row)));
        Assert.Equal(
            DashboardUrls.Plan(Production.Id, "plan_pro"),
            row.QuerySelector(".grant-name")!.GetAttribute("href")
        );
        Assert.NotNull(row.QuerySelector(".meter-near"));
        Assert.Equal("width: 82%", row.QuerySelector(".meter-fill")!.GetAttribute("style"));
    }

    [Fact]
    public async Task Everything_that_was_outbid_or_has_expired_stands_below_what_counts()
    {
        var own = UsageSamples.Override(60);
        Answer(
            [
                UsageSamples.Calls(1, 100) with
                {
                    Candidates =
                    [
                        UsageSamples.Given(100),
                        UsageSamples.Overridden(own, EntitlementCandidateStatus.Outbid),
                    ],
                },
            ],
            own,
            UsageSamples.Override(5, Clock.GetUtcNow().AddDays(-12)) with
            {
                Id = "cmov_2",
                FeatureId = "feat_reports",
                Feature = EntitlementSamples.Feature("feat_reports", "Reports"),
            }
        );
        var tab = await ShowAsync();

        Assert.Equal(
            ["Pro v2 Override 60 · outbid", "Override 5 · expired 12 days ago"],
            tab.FindAll(".grants").Select(Words).Select(OneLine)
        );
    }

    [Fact]
    public async Task An_override_that_ends_soon_says_so()
    {
        var own = UsageSamples.Override(20_000, Clock.GetUtcNow().AddDays(3));
        Answer(
            [
                UsageSamples.Calls(1, 20_000, own.Id) with
                {
                    CompanyOverride = own,
                    EntitlementType = EntitlementType.CompanyOverride,
                    Candidates = [UsageSamples.Overridden(own)],
                },
            ],
            own
        );
        var tab = await ShowAsync();

        Assert.Equal("ends in 3 days", OneLine(Words(tab.Find(".grant-soon"))));
    }

    [Fact]
    public async Task Filters_and_search_are_in_the_address_and_look_at_everything()
    {
        Answer([UsageSamples.Calls(10, 10), UsageSamples.Usage("feat_sso", "Single sign-on")]);
        var tab = await ShowAsync(new CompanyEntitlementsQuery { AtLimit = true });

        Assert.Equal(["API calls"], tab.FindAll("tbody .grid-primary").Select(Words));
        Assert.Contains("At the limit (1)", tab.Find(".check-filter").TextContent, StringComparison.Ordinal);

        await tab.Find("select[aria-label=Source]").ChangeAsync(new() { Value = "override" });
        Assert.EndsWith($"{Url}?source=override&at_limit=true", Navigation.Uri, StringComparison.Ordinal);
        await tab.Find("input[type=search]").ChangeAsync(new() { Value = "sso" });
        Assert.EndsWith($"{Url}?q=sso&at_limit=true", Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filter_that_leaves_nothing_leads_back_to_everything()
    {
        Answer([UsageSamples.Calls(1, 10)]);
        var tab = await ShowAsync(new CompanyEntitlementsQuery { Search = "zz" });

        Assert.Equal("No feature of this company matches", tab.Find(".state-title").TextContent);
        Assert.Equal(Url, tab.Find(".state a").GetAttribute("href"));
    }

    [Fact]
    public async Task A_company_without_a_plan_is_told_where_use_comes_from()
    {
        var tab = await ShowAsync();

        Assert.Equal("No plan", tab.Find(".state-title").TextContent);
        Assert.NotNull(Button(tab, "Add an override"));
    }

    [Fact]
    public async Task A_failure_is_never_an_empty_list_and_can_be_tried_again()
    {
        Api.OnError(Usage, HttpStatusCode.InternalServerError, "The store is away.");
        var tab = await ShowAsync();
        Assert.Contains("The store is away.", tab.Find("[role=alert]").TextContent, StringComparison.Ordinal);

        Answer([UsageSamples.Calls(1, 10)]);
        Button(tab, "Try again").Click();

        tab.WaitForAssertion(() => Assert.Single(tab.FindAll("tbody tr")));
    }

    [Fact]
    public async Task Names_are_shown_as_they_are_whatever_is_in_them()
    {
        var name = "<img src=x onerror=alert(1)>‮" + new string('x', 300);
        Answer([
            UsageSamples.Calls(1, 10) with
            {
                Feature = UsageSamples.Usage("feat_calls", name).Feature,
                Candidates = [UsageSamples.Given(10, plan: UsageSamples.Plan(name: name))],
            },
        ]);
        var tab = await ShowAsync();

        Assert.Empty(tab.FindAll("tbody img"));
        Assert.Equal(name, tab.Find("tbody .grid-primary a").TextContent);
        Assert.Equal("auto", tab.Find(".grant-name").GetAttribute("dir"));
    }

    [Fact]
    public async Task More_features_than_a_page_of_the_API_are_all_there()
    {
        Api.On(
            Usage,
            request =>
                FakeApiPage(
                    [.. Enumerable.Range(0, 251).Select(static n => UsageSamples.Usage($"feat_{n}", $"Feature {n}"))],
                    request.Parameters
                )
        );
        var tab = await ShowAsync();

        Assert.Contains("of 251", tab.Find(".pager").TextContent, StringComparison.Ordinal);
        Assert.Equal(2, Asked(Usage).Count);
    }

    [Fact]
    public async Task Removing_an_override_asks_first_and_loads_anew()
    {
        var own = UsageSamples.Override(60);
        Answer([UsageSamples.Calls(1, 100) with { Candidates = [UsageSamples.Given(100)] }], own);
        Api.OnData("GET /company-overrides/cmov_1", own, "\"shown\"")
            .OnData("DELETE /company-overrides/cmov_1", new DeleteResponse { Deleted = true })
            .OnData("POST /company-plans/comp_1/preview", new CompanyPlanPreviewResponseData { Features = [] });
        var tab = await ShowAsync();
        var dialogs = RenderDialogs();
        Button(tab, "Remove the override for API calls").Click();
        dialogs.WaitForAssertion(() => Button(dialogs, "Remove override"));

        await dialogs.Find(".dialog-form").SubmitAsync();

        Assert.Equal("\"shown\"", Assert.Single(Asked("DELETE /company-overrides/cmov_1")).Headers["If-Match"]);
        tab.WaitForAssertion(() => Assert.Equal(2, Asked(Usage).Count));
        Assert.Equal("The override for API access was removed.", Assert.Single(Toaster.Toasts).Text);
    }

    private static HttpResponseMessage FakeApiPage(
        IReadOnlyList<FeatureUsageResponseData> all,
        IEnumerable<(string Name, string Value)> parameters
    )
    {
        var offset = int.Parse(
            parameters.FirstOrDefault(static one => one.Name == "offset").Value ?? "0",
            System.Globalization.CultureInfo.InvariantCulture
        );
        return Schematic.Testing.Http.FakeApi.Data<IReadOnlyList<FeatureUsageResponseData>>([
            .. all.Skip(offset).Take(Page.MaxLimit),
        ]);
    }

    private static string OneLine(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private void Answer(
        IReadOnlyList<FeatureUsageResponseData> usage,
        params IReadOnlyList<CompanyOverrideResponseData> own
    ) => Api.OnData(Usage, usage).OnData(Overrides, own);

    private async Task<IRenderedComponent<CompanyEntitlementsTab>> ShowAsync(CompanyEntitlementsQuery? query = null)
    {
        await EnterAsync();
        Navigation.NavigateTo(Url);
        var tab = Render<CompanyEntitlementsTab>(parameters =>
            parameters
                .Add(static tab => tab.EnvironmentId, Production.Id)
                .Add(static tab => tab.Company, CompanySamples.Company())
                .Add(static tab => tab.Query, query ?? new())
        );
        tab.WaitForAssertion(() => Assert.Empty(tab.FindAll("[aria-busy=true]")));
        return tab;
    }
}
