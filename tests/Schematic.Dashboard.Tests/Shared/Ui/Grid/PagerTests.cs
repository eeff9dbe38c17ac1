using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Shared.Ui.Grid;
using Schematic.Dashboard.Tests.Rendering;
using Schematic.Dashboard.Tests.Shared.Navigation;

namespace Schematic.Dashboard.Tests.Shared.Ui.Grid;

public sealed class PagerTests : ConsoleContext
{
    [Theory]
    [InlineData(1, 50, 50, 1_000_000L, "1–50 of 1,000,000")]
    [InlineData(3, 50, 50, 1_000_000L, "101–150 of 1,000,000")]
    [InlineData(3, 50, 20, 120L, "101–120 of 120")]
    [InlineData(2, 25, 25, null, "26–50")]
    [InlineData(9, 50, 0, 120L, "0 of 120")]
    [InlineData(1, 50, null, null, "Loading…")]
    public void It_says_where_one_is(int page, int size, int? rows, long? total, string text) =>
        Assert.Equal(text, Show(page, size, rows, total).Find(".pager-range").TextContent);

    [Fact]
    public void From_the_middle_every_way_is_open() =>
        Assert.Equal(
            ["/list", "/list?page=2", "/list?page=4", "/list?page=5"],
            Links(Show(page: 3, size: 50, rows: 50, total: 250)).Select(static link => link.Url)
        );

    [Fact]
    public void On_the_first_page_one_can_only_go_on()
    {
        var links = Links(Show(page: 1, size: 50, rows: 50, total: 120));

        Assert.Equal(
            [
                ("First page", null),
                ("Previous page", null),
                ("Next page", "/list?page=2"),
                ("Last page", "/list?page=3"),
            ],
            links
        );
    }

    [Fact]
    public void On_the_last_page_one_can_only_go_back() =>
        Assert.Equal(
            ["/list", "/list?page=2", null, null],
            Links(Show(page: 3, size: 50, rows: 20, total: 120)).Select(static link => link.Url)
        );

    [Theory]
    [InlineData(50, "/list?page=3")]
    [InlineData(49, null)]
    public void Without_a_total_a_full_page_has_a_next_one(int rows, string? next)
    {
        var links = Links(Show(page: 2, size: 50, rows, total: null));

        Assert.Equal(next, links[2].Url);
        Assert.Null(links[3].Url);
    }

    [Fact]
    public void A_link_that_leads_nowhere_is_said_to_be_disabled()
    {
        var first = Show(page: 1, size: 50, rows: 50, total: 120).Find(".pager-buttons a");

        Assert.Equal(("link", "true"), (first.GetAttribute("role"), first.GetAttribute("aria-disabled")));
    }

    [Fact]
    public void What_fits_the_smallest_page_needs_no_controls()
    {
        Assert.Empty(Show(page: 1, size: 50, rows: 25, total: 25).FindAll("select, .pager-buttons"));
        Assert.NotEmpty(Show(page: 1, size: 50, rows: 26, total: 26).FindAll("select"));
        Assert.NotEmpty(Show(page: 2, size: 50, rows: 0, total: 20).FindAll(".pager-buttons"));
    }

    [Fact]
    public void Another_size_opens_the_first_page()
    {
        var pager = Show(page: 3, size: 50, rows: 50, total: 1_000);

        pager.Find("select").Change("100");

        Assert.EndsWith(
            "/list?size=100",
            Services.GetRequiredService<NavigationManager>().Uri,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(CountState.None, false, "1–50", null)]
    [InlineData(CountState.Waiting, false, "1–50", null)]
    [InlineData(CountState.Counting, false, "1–50", null)]
    [InlineData(CountState.Counting, true, "1–50 of more than 10,000", null)]
    [InlineData(CountState.Stopped, false, "1–50", "Count all")]
    [InlineData(CountState.Stopped, true, "1–50 of more than 10,000", "Count all")]
    [InlineData(CountState.Failed, false, "1–50 · could not be counted", "Count again")]
    [InlineData(CountState.Failed, true, "1–50 of more than 10,000 · could not be counted", "Count again")]
    public void It_claims_no_more_than_is_known(CountState state, bool isMany, string text, string? offer)
    {
        var pager = Show(new RowTotal(state, IsMany: isMany));

        Assert.Equal(text, pager.Find(".pager-range").TextContent);
        Assert.Equal(offer, pager.FindAll(".pager-count").SingleOrDefault()?.TextContent);
        Assert.Equal(state == CountState.Waiting, pager.FindAll(".pager-wait").Count == 1);
        Assert.Equal(state == CountState.Counting, pager.Markup.Contains("Counting…", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_not_worth_hearing_is_outside_of_what_is_read_out()
    {
        foreach (var state in (CountState[])[CountState.Waiting, CountState.Counting])
        {
            var pager = Show(new RowTotal(state));

            Assert.Single(pager.FindAll("[aria-live]"));
            Assert.NotNull(pager.Find(".pager-range + [aria-hidden=true]"));
        }
    }

    [Fact]
    public void The_range_changes_together_with_the_rows()
    {
        var pager = Show(page: 1, size: 50, rows: 50, total: 120);

        pager.Render(static parameters =>
            parameters
                .Add(static pager => pager.Query, new SampleListQuery { Page = 3 })
                .Add(static pager => pager.IsStale, true)
        );
        Assert.Equal("1–50 of 120", pager.Find(".pager-range").TextContent);

        pager.Render(static parameters =>
            parameters.Add(static pager => pager.IsStale, false).Add(static pager => pager.RowCount, 20)
        );
        Assert.Equal("101–120 of 120", pager.Find(".pager-range").TextContent);
    }

    [Fact]
    public void A_count_asked_for_keeps_its_button_until_it_is_there_and_then_hands_over_the_focus()
    {
        var asked = 0;
        var pager = Show(
            new RowTotal(CountState.Stopped, IsMany: true),
            () =>
            {
                asked++;
                return new TaskCompletionSource<long?>().Task;
            }
        );

        var range = pager.Find(".pager-range").ReferenceId();
        pager.Find(".pager-count").Click();
        pager.Render(static parameters =>
            parameters.Add(static pager => pager.Total, new RowTotal(CountState.Counting, IsMany: true))
        );
        Assert.Equal("true", pager.Find(".pager-count").GetAttribute("aria-disabled"));
        Assert.Equal("Counting…", pager.Find(".pager-count").TextContent);
        pager.Find(".pager-count").Click();
        Assert.Equal(1, asked);

        pager.Render(static parameters => parameters.Add(static pager => pager.Total, RowTotal.Of(12_345)));
        Assert.Empty(pager.FindAll(".pager-count"));
        Assert.Equal(range, JSInterop.LastFocus());
    }

    [Fact]
    public void A_count_that_nobody_asked_for_takes_no_focus()
    {
        var pager = Show(new RowTotal(CountState.Counting));

        pager.Render(static parameters => parameters.Add(static pager => pager.Total, RowTotal.Of(12_345)));

        Assert.Empty(JSInterop.Invocations);
    }

    [Fact]
    public async Task The_last_page_is_counted_first_where_nobody_knows_it()
    {
        var count = new TaskCompletionSource<long?>();
        var pager = Show(new RowTotal(CountState.Stopped, IsMany: true), () => count.Task);
        Assert.Equal(3, Links(pager).Count);

        var opening = pager.Find("button[aria-label='Last page']").ClickAsync(new());
        Assert.Equal("true", pager.Find("button[aria-label='Last page']").GetAttribute("aria-busy"));
        await pager.InvokeAsync(() => count.SetResult(12_345));
        await opening;

        Assert.EndsWith("/list?page=247", Url, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(12_345L, true)]
    [InlineData(null, false)]
    public async Task A_count_that_failed_or_comes_after_the_list_has_changed_opens_no_page(long? counted, bool moves)
    {
        var count = new TaskCompletionSource<long?>();
        var pager = Show(new RowTotal(CountState.Stopped), () => count.Task);
        var before = Url;

        var opening = pager.Find("button[aria-label='Last page']").ClickAsync(new());
        if (moves)
            pager.Render(static parameters =>
                parameters.Add(static p => p.Query, new SampleListQuery { Search = "a" })
            );
        await pager.InvokeAsync(() => count.SetResult(counted));
        await opening;

        Assert.Equal(before, Url);
        Assert.Null(pager.Find("button[aria-label='Last page']").GetAttribute("aria-busy"));
    }

    private string Url => Services.GetRequiredService<NavigationManager>().Uri;

    private IRenderedComponent<Pager> Show(RowTotal total, Func<Task<long?>>? count = null) =>
        Render<Pager>(parameters =>
            parameters
                .Add(static pager => pager.Query, new SampleListQuery())
                .Add(static pager => pager.RowCount, 50)
                .Add(static pager => pager.Total, total)
                .Add(static pager => pager.CountAll, count ?? (static () => Task.FromResult<long?>(null)))
                .Add(static pager => pager.UrlFor, static query => DashboardUrls.WithQuery("/list", query))
        );

    private IRenderedComponent<Pager> Show(int page, int size, int? rows, long? total) =>
        Render<Pager>(parameters =>
            parameters
                .Add(static pager => pager.Query, new SampleListQuery { Page = page, Size = size })
                .Add(static pager => pager.RowCount, rows)
                .Add(static pager => pager.Total, total is { } known ? RowTotal.Of(known) : default)
                .Add(static pager => pager.UrlFor, static query => DashboardUrls.WithQuery("/list", query))
        );

    private static IReadOnlyList<(string? Name, string? Url)> Links(IRenderedComponent<Pager> pager) =>
        [
            .. pager
                .FindAll(".pager-buttons a")
                .Select(static link => (link.GetAttribute("aria-label"), link.GetAttribute("href"))),
        ];
}
