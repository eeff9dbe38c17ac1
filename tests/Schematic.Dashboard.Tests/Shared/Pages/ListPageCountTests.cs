using System.Net;
using Bunit;
using Schematic.Contracts.Features;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Tests.Flags;
using Schematic.Testing.Http;

namespace Schematic.Dashboard.Tests.Shared.Pages;

/// <summary>What the footer of a list says of its count, in time, late, failed or of an older query.</summary>
public sealed class ListPageCountTests : PageContext
{
    private const string List = "GET /features";
    private const string Count = "GET /features/count";

    private static readonly string Url = DashboardUrls.Features("env_production");

    [Fact]
    public async Task Rows_are_shown_while_the_count_hangs_and_what_is_known_of_it()
    {
        Api.OnSilence(Count);
        AnswerPage(stored: 30_000);
        var page = await OpenAsync("?q=a");
        page.WaitForAssertion(() => Assert.Equal(50, Names(page).Count()));
        Assert.Equal("1–50", Range(page));
        Assert.NotEmpty(page.FindAll(".pager-wait"));

        Clock.Advance(RowCounter.Patience);

        page.WaitForAssertion(() => Assert.Equal("1–50 of more than 10,000", Range(page)));
        Assert.Equal("Count all", page.Find(".pager-count").TextContent);
        Assert.Contains(("offset", "10000"), Asked(List)[1].Parameters);
        Assert.Contains(("limit", "1"), Asked(List)[1].Parameters);
        Assert.Contains(("q", "a"), Asked(List)[1].Parameters);

        Api.OnData(Count, new CountResponse { Count = 30_000 });
        page.Find(".pager-count").Click();

        page.WaitForAssertion(() => Assert.Equal("1–50 of 30,000", Range(page)));
        Assert.Empty(page.FindAll(".pager-count"));
    }

    [Fact]
    public async Task A_count_of_few_rows_that_hangs_says_that_it_counts_and_then_offers_to()
    {
        Api.OnSilence(Count);
        AnswerPage(stored: 9_000);
        var page = await OpenAsync();
        page.WaitForAssertion(() => Assert.Equal(50, Names(page).Count()));

        Clock.Advance(RowCounter.Patience);
        page.WaitForAssertion(() => Assert.Equal("Counting…", page.Find(".pager-note").TextContent));
        page.WaitForAssertion(() => Assert.Equal(2, Asked(List).Count));
        Assert.Equal("1–50", Range(page));

        page.WaitForAssertion(() =>
        {
            Clock.Advance(RowCounter.Limit);
            Assert.Equal("Count all", page.Find(".pager-count").TextContent);
        });
        Assert.Equal("1–50", Range(page));
    }

    [Fact]
    public async Task A_count_that_fails_leaves_the_rows_and_can_be_made_again()
    {
        Api.OnError(Count, HttpStatusCode.InternalServerError, "The store is away.");
        AnswerPage(stored: 60);
        var page = await OpenAsync();

        page.WaitForAssertion(() => Assert.Equal("1–50 · could not be counted", Range(page)));
        Assert.Equal(50, Names(page).Count());
        Api.OnData(Count, new CountResponse { Count = 60 });
        page.Find(".pager-count").Click();

        page.WaitForAssertion(() => Assert.Equal("1–50 of 60", Range(page)));
    }

    [Fact]
    public async Task The_count_of_an_older_query_is_never_shown()
    {
        var old = new TaskCompletionSource<HttpResponseMessage>();
        Api.On(
            Count,
            (request, _) =>
                request.Query.Contains("q=", StringComparison.Ordinal)
                    ? Task.FromResult(FakeApi.Data(new CountResponse { Count = 70 }))
                    : old.Task
        );
        AnswerPage(stored: 60);
        var page = await OpenAsync();
        page.WaitForAssertion(() => Assert.Equal("1–50", Range(page)));

        await GoAsync(page, "?q=a");
        page.WaitForAssertion(() => Assert.Equal("1–50 of 70", Range(page)));
        await page.InvokeAsync(() => old.SetResult(FakeApi.Data(new CountResponse { Count = 7_777 })));

        Assert.Equal("1–50 of 70", Range(page));
    }

    [Fact]
    public async Task The_last_page_of_a_list_not_counted_yet_is_counted_and_opened()
    {
        Api.OnSilence(Count);
        AnswerPage(stored: 30_000);
        var page = await OpenAsync();
        page.WaitForAssertion(() => Assert.Equal(50, Names(page).Count()));
        Clock.Advance(RowCounter.Patience);
        page.WaitForAssertion(() => Assert.Equal("1–50 of more than 10,000", Range(page)));
        Api.OnData(Count, new CountResponse { Count = 30_000 });

        Button(page, "Last page").Click();

        page.WaitForAssertion(() => Assert.Equal("29,951–30,000 of 30,000", Range(page)));
        Assert.EndsWith($"{Url}?page=600", Navigation.Uri, StringComparison.Ordinal);
    }

    private Task<IRenderedComponent<SampleListPage>> OpenAsync(string query = "") =>
        OpenAsync<SampleListPage>(Url + query);

    private Task GoAsync(IRenderedComponent<SampleListPage> page, string query) =>
        page.InvokeAsync(() => Navigation.NavigateTo(Url + query));

    /// <summary>Answers each page of so many things, as the API does.</summary>
    private void AnswerPage(int stored) =>
        Api.On(
            List,
            request =>
            {
                var (offset, limit) = (Number(request, "offset"), Number(request, "limit"));
                var count = Math.Clamp(stored - offset, 0, limit);
                return FakeApi.Data<IReadOnlyList<FeatureDetailResponseData>>([
                    .. Enumerable
                        .Range(offset + 1, count)
                        .Select(static number => FlagSamples.Feature($"feat_{number}", $"Feature {number}")),
                ]);
            }
        );

    private static int Number(RecordedRequest request, string name) =>
        int.Parse(
            request.Parameters.FirstOrDefault(parameter => parameter.Item1 == name).Item2 ?? "0",
            System.Globalization.CultureInfo.InvariantCulture
        );

    private static string Range(IRenderedComponent<SampleListPage> page) => page.Find(".pager-range").TextContent;

    private static IEnumerable<string> Names(IRenderedComponent<SampleListPage> page) =>
        page.FindAll("tbody tr td:first-child").Select(static cell => cell.TextContent.Trim());
}
