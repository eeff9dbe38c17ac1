using System.Net;
using AngleSharp.Dom;
using Bunit;
using Schematic.Contracts.Features;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Tests.Flags;
using Schematic.Testing.Http;

namespace Schematic.Dashboard.Tests.Shared.Pages;

/// <summary>Every state and every link of a list, on a page that has nothing of its own.</summary>
public sealed class ListPageTests : PageContext
{
    private const string List = "GET /features";
    private const string Count = "GET /features/count";

    private static readonly string Url = DashboardUrls.Features("env_production");

    public ListPageTests() => Api.OnData(Count, new CountResponse { Count = 120 });

    [Fact]
    public async Task While_loading_the_page_shows_its_shape()
    {
        Api.OnSilence(List);
        var page = await OpenAsync();

        Assert.NotEmpty(page.FindAll(".grid-skeleton"));
        Assert.Equal("true", page.Find("table").GetAttribute("aria-busy"));
        Assert.Equal("Things", page.Find("caption").TextContent);
    }

    [Fact]
    public async Task A_page_that_is_prerendered_asks_nothing()
    {
        SetRendererInfo(new Microsoft.AspNetCore.Components.RendererInfo("Static", isInteractive: false));
        var page = await OpenAsync();

        Assert.NotEmpty(page.FindAll(".grid-skeleton"));
        Assert.Empty(Asked(List));
    }

    [Fact]
    public async Task Rows_come_with_their_place_among_all()
    {
        Answer("One", "Two");
        var page = await OpenAsync();

        page.WaitForAssertion(() => Assert.Equal(["One", "Two"], Names(page)));
        Assert.Equal("1–2 of 120", page.Find(".pager-range").TextContent);
        Assert.Null(page.Find("table").GetAttribute("aria-busy"));
    }

    [Fact]
    public async Task A_failure_is_no_empty_list_and_can_be_tried_again()
    {
        Api.OnError(List, HttpStatusCode.InternalServerError, "The store is away.");
        var page = await OpenAsync();
        page.WaitForAssertion(() => Assert.Contains("The store is away.", page.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain("No things yet", page.Markup, StringComparison.Ordinal);

        Answer("One");
        Button(page, "Try again").Click();

        page.WaitForAssertion(() => Assert.Equal(["One"], Names(page)));
    }

    [Fact]
    public async Task A_failure_of_the_next_page_leaves_the_last_rows_on_the_screen()
    {
        Answer("One");
        var page = await OpenAsync();
        page.WaitForAssertion(() => Assert.Equal(["One"], Names(page)));
        Api.OnError(List, HttpStatusCode.InternalServerError, "The store is away.");

        await GoAsync(page, "?page=2");

        page.WaitForAssertion(() => Assert.Contains("The store is away.", page.Markup, StringComparison.Ordinal));
        Assert.Equal(["One"], Names(page));
    }

    [Fact]
    public async Task No_rows_at_all_say_what_would_be_here()
    {
        Answer();
        var page = await OpenAsync();

        page.WaitForAssertion(() =>
            Assert.Contains("No things yet", page.Find(".panel").TextContent, StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("?q=nothing")]
    [InlineData("?plan=plan_1")]
    public async Task No_row_that_matches_leads_to_the_whole_list(string query)
    {
        Answer();
        var page = await OpenAsync(query);

        page.WaitForAssertion(() => Assert.Equal("No thing matches", page.Find(".state-title").TextContent));
        Assert.Equal(Url, page.Find(".state a").GetAttribute("href"));
        Assert.Equal("Show all things", page.Find(".state a").TextContent);
    }

    [Fact]
    public async Task A_page_past_the_end_leads_to_the_first()
    {
        Answer();
        var page = await OpenAsync("?page=9&q=a");

        page.WaitForAssertion(() =>
            Assert.Equal("There is nothing on this page", page.Find(".state-title").TextContent)
        );
        Assert.Equal($"{Url}?q=a", page.Find(".state a").GetAttribute("href"));
    }

    [Fact]
    public async Task A_search_replaces_the_address_and_starts_at_the_first_page()
    {
        Answer("One");
        var page = await OpenAsync("?size=25&page=2");
        page.WaitForAssertion(() => Assert.Equal(["One"], Names(page)));

        await page.Find("input[type=search]").ChangeAsync(new() { Value = " acme " });

        page.WaitForAssertion(() => Assert.Contains(("q", "acme"), Asked(List)[^1].Parameters));
        Assert.EndsWith($"{Url}?q=acme&size=25", Navigation.Uri, StringComparison.Ordinal);
        Assert.True(History[0].Options.ReplaceHistoryEntry);
    }

    [Fact]
    public async Task What_is_searched_and_filtered_is_shown_as_chips_that_take_it_away()
    {
        Answer("One");
        var page = await OpenAsync("?q=acme&plan=plan_2&size=25&page=3");

        page.WaitForAssertion(() => Assert.Equal(["One"], Names(page)));
        Assert.Equal(
            [("Search acme", $"{Url}?plan=plan_2&size=25"), ("Plan Pro", $"{Url}?q=acme&size=25")],
            page.FindAll(".chip").Select(static chip => (Words(chip), chip.GetAttribute("href")!))
        );
    }

    [Fact]
    public async Task A_filter_opens_the_first_page_of_what_it_leaves()
    {
        Answer("One");
        var page = await OpenAsync("?page=3");

        await page.Find("select[aria-label=Plan]").ChangeAsync(new() { Value = "plan_1" });

        Assert.EndsWith($"{Url}?plan=plan_1", Navigation.Uri, StringComparison.Ordinal);
        Assert.False(History[0].Options.ReplaceHistoryEntry);
        page.WaitForAssertion(() => Assert.Equal("Plan Basic", Words(page.Find(".chip"))));
        Assert.Equal("plan_1", page.Find("select[aria-label=Plan]").GetAttribute("value"));
    }

    [Theory]
    [InlineData("", "?sort=name", null)]
    [InlineData("?sort=name", "?sort=-name", "ascending")]
    [InlineData("?sort=-name&page=4", "", "descending")]
    [InlineData("?sort=created_at", "?sort=name", null)]
    public async Task A_heading_sorts_up_then_down_then_not_at_all(string query, string next, string? sort)
    {
        Answer("One");
        var page = await OpenAsync(query);

        page.WaitForAssertion(() => Assert.Equal(["One"], Names(page)));
        var heading = page.FindAll("th")[0];
        Assert.Equal(sort, heading.GetAttribute("aria-sort"));
        Assert.Equal(Url + next, heading.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Turning_a_page_loads_rows_and_counts_nothing_again()
    {
        Answer("One");
        var page = await OpenAsync();
        page.WaitForAssertion(() => Assert.Equal(["One"], Names(page)));

        await GoAsync(page, "?page=2&size=25&sort=name");

        page.WaitForAssertion(() => Assert.Equal(2, Asked(List).Count));
        Assert.Contains(("offset", "25"), Asked(List)[1].Parameters);
        Assert.Single(Asked(Count));
    }

    [Fact]
    public async Task Turning_a_page_draws_twice_that_it_loads_and_the_rows()
    {
        Answer("One");
        var page = await OpenAsync();
        page.WaitForAssertion(() => Assert.Equal(["One"], Names(page)));
        var rows = new TaskCompletionSource<HttpResponseMessage>();
        Api.On(List, (_, _) => rows.Task);
        var before = page.Instance.Draws;

        await GoAsync(page, "?page=2");
        Assert.Equal("true", page.Find("table").GetAttribute("aria-busy"));
        Assert.Equal(before + 1, page.Instance.Draws);

        await page.InvokeAsync(() =>
            rows.SetResult(
                FakeApi.Data<IReadOnlyList<FeatureDetailResponseData>>([FlagSamples.Feature("feat_2", "Two")])
            )
        );
        page.WaitForAssertion(() => Assert.Equal(["Two"], Names(page)));
        Assert.Equal(before + 2, page.Instance.Draws);
    }

    [Fact]
    public async Task Another_filter_counts_again()
    {
        Answer("One");
        var page = await OpenAsync();
        page.WaitForAssertion(() => Assert.Equal(["One"], Names(page)));

        await GoAsync(page, "?q=acme");

        page.WaitForAssertion(() => Assert.Equal(2, Asked(Count).Count));
        Assert.Contains(("q", "acme"), Asked(Count)[1].Parameters);
    }

    [Fact]
    public async Task Hiding_a_column_loads_nothing()
    {
        Answer("One");
        var page = await OpenAsync();
        page.WaitForAssertion(() => Assert.Equal(["Name", "Created"], Headings(page)));
        Assert.Equal(
            [("Created", "true"), ("Id", "false")],
            page.FindAll(".columns-menu button")
                .Select(static item => (item.TextContent, item.GetAttribute("aria-checked")!))
        );

        Column(page, "Created").Click();

        page.WaitForAssertion(() => Assert.Equal(["Name"], Headings(page)));
        Assert.EndsWith($"{Url}?columns=none", Navigation.Uri, StringComparison.Ordinal);
        Assert.True(History[0].Options.ReplaceHistoryEntry);

        Column(page, "Id").Click();

        page.WaitForAssertion(() => Assert.Equal(["Name", "Id"], Headings(page)));
        Assert.Equal(["One", "feat_1"], page.FindAll("tbody td").Select(static cell => cell.TextContent.Trim()));
        Assert.Single(Asked(List));
    }

    [Fact]
    public async Task A_list_that_is_left_is_loaded_no_more()
    {
        Api.OnSilence(List);
        var page = await OpenAsync();
        page.Instance.Dispose();

        Navigation.NavigateTo($"{Url}?page=2");

        Assert.Single(Asked(List));
    }

    private IReadOnlyList<Bunit.TestDoubles.NavigationHistory> History =>
        [.. ((Bunit.TestDoubles.BunitNavigationManager)Navigation).History];

    private Task<IRenderedComponent<SampleListPage>> OpenAsync(string query = "") =>
        OpenAsync<SampleListPage>(Url + query);

    private Task GoAsync(IRenderedComponent<SampleListPage> page, string query) =>
        page.InvokeAsync(() => Navigation.NavigateTo(Url + query));

    private void Answer(params string[] names) =>
        Api.OnData<IReadOnlyList<FeatureDetailResponseData>>(
            List,
            [.. names.Select(static (name, index) => FlagSamples.Feature($"feat_{index + 1}", name))]
        );

    private static IEnumerable<string> Names(IRenderedComponent<SampleListPage> page) =>
        page.FindAll("tbody tr td:first-child").Select(static cell => cell.TextContent.Trim());

    private static IEnumerable<string> Headings(IRenderedComponent<SampleListPage> page) =>
        page.FindAll("th").Select(static heading => heading.TextContent.Trim());

    private static IElement Column(IRenderedComponent<SampleListPage> page, string title) =>
        page.FindAll(".columns-menu button").First(item => item.TextContent == title);
}
