using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
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

    private IRenderedComponent<Pager> Show(int page, int size, int? rows, long? total) =>
        Render<Pager>(parameters =>
            parameters
                .Add(static pager => pager.Query, new SampleListQuery { Page = page, Size = size })
                .Add(static pager => pager.RowCount, rows)
                .Add(static pager => pager.Total, total)
                .Add(static pager => pager.UrlFor, static query => DashboardUrls.WithQuery("/list", query))
        );

    private static IReadOnlyList<(string? Name, string? Url)> Links(IRenderedComponent<Pager> pager) =>
        [
            .. pager
                .FindAll(".pager-buttons a")
                .Select(static link => (link.GetAttribute("aria-label"), link.GetAttribute("href"))),
        ];
}
