using System.Net;
using Bunit;
using Microsoft.AspNetCore.Components;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Shared.Ui.Grid;
using Schematic.Dashboard.Tests.Rendering;
using Schematic.Dashboard.Tests.Shared.Navigation;
using Schematic.Gateway.Http;

namespace Schematic.Dashboard.Tests.Shared.Ui.Grid;

public sealed class PagedGridTests : ConsoleContext
{
    private readonly FakeRows _rows = new();

    [Fact]
    public void A_cell_says_its_column_for_a_phone()
    {
        _rows.Rows = Load<IReadOnlyList<string>>.Of(["one"]);
        var grid = Show();

        Assert.Equal(
            [("Name", "grid-primary grid-name"), ("Uses", "grid-numeric"), (null, "grid-actions")],
            grid.FindAll("td").Select(static cell => (cell.GetAttribute("data-label"), cell.GetAttribute("class")))
        );
    }

    [Fact]
    public void The_heading_of_buttons_is_for_screen_readers()
    {
        _rows.Rows = Load<IReadOnlyList<string>>.Of(["one"]);

        Assert.Equal("Actions", Show().Find("th.grid-actions .visually-hidden").TextContent);
    }

    [Fact]
    public void Only_a_column_the_api_sorts_by_is_a_link()
    {
        _rows.Rows = Load<IReadOnlyList<string>>.Of(["one"]);

        Assert.Equal(["/list?sort=name"], Show().FindAll("th a").Select(static link => link.GetAttribute("href")));
    }

    [Fact]
    public void While_the_next_page_loads_the_last_rows_stay_as_they_are()
    {
        _rows.Rows = Load<IReadOnlyList<string>>.Of(["one"]);
        var grid = Show();

        _rows.Rows = _rows.Rows.Again();
        grid.Render();

        Assert.Equal("true", grid.Find(".grid-busy table").GetAttribute("aria-busy"));
        Assert.Equal("one", grid.Find("td").TextContent);
        Assert.Empty(grid.FindAll(".grid-skeleton"));
    }

    [Fact]
    public void A_failure_beside_old_rows_can_be_tried_again()
    {
        _rows.Rows = Load<IReadOnlyList<string>>.Of(["one"]).FailedWith(Failure());
        var grid = Show();

        grid.Find(".alert button").Click();

        Assert.Equal(1, _rows.Reloads);
        Assert.Equal("one", grid.Find("td").TextContent);
    }

    [Fact]
    public void A_failure_of_the_first_load_can_be_tried_again()
    {
        _rows.Rows = Load<IReadOnlyList<string>>.Failed(Failure());
        var grid = Show();

        grid.Find(".state-failed button").Click();

        Assert.Equal(1, _rows.Reloads);
        Assert.Empty(grid.FindAll("table"));
    }

    [Fact]
    public void An_empty_list_shows_what_to_do_and_no_table()
    {
        _rows.Rows = Load<IReadOnlyList<string>>.Of([]);
        var grid = Show();

        Assert.Equal("Nothing yet", grid.Find(".panel").TextContent);
        Assert.Empty(grid.FindAll("table"));
    }

    [Fact]
    public void A_list_that_failed_to_reload_may_no_longer_be_empty()
    {
        _rows.Rows = Load<IReadOnlyList<string>>.Of([]).FailedWith(Failure());

        Assert.Contains("The store is away.", Show().Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_next_page_changes_the_rows_on_the_screen()
    {
        _rows.Rows = Load<IReadOnlyList<string>>.Of(["one", "two"]);
        var grid = Show(static builder => Columns(builder, hasActions: false));
        var rows = Cells(grid);

        _rows.Rows = Load<IReadOnlyList<string>>.Of(["three", "four"]);
        grid.Render();

        Assert.Equal(["three", "four"], grid.FindAll("td:first-child").Select(static cell => cell.TextContent));
        Assert.Equal(rows, Cells(grid));
    }

    [Fact]
    public void Rows_with_buttons_are_made_anew_so_that_no_click_hits_another_row()
    {
        _rows.Rows = Load<IReadOnlyList<string>>.Of(["one", "two"]);
        var grid = Show();
        var rows = Cells(grid);

        _rows.Rows = Load<IReadOnlyList<string>>.Of(["two", "three"]);
        grid.Render();

        var shown = Cells(grid);
        Assert.Contains(shown.Single(static cell => cell.Text == "two"), rows);
        Assert.DoesNotContain(shown.Single(static cell => cell.Text == "three"), rows);
    }

    private static LoadFailure Failure() =>
        LoadFailure.FromException(new GatewayException(HttpStatusCode.InternalServerError, "The store is away."));

    private IRenderedComponent<PagedGrid<string>> Show(RenderFragment? columns = null) =>
        Render<PagedGrid<string>>(parameters =>
            parameters
                .Add(static grid => grid.List, _rows)
                .Add(static grid => grid.Query, new SampleListQuery())
                .Add(static grid => grid.UrlFor, static query => DashboardUrls.WithQuery("/list", query))
                .Add(static grid => grid.KeyOf, static row => row)
                .Add(static grid => grid.Caption, "Things")
                .Add(static grid => grid.Columns, columns ?? (static builder => Columns(builder, hasActions: true)))
                .Add(static grid => grid.Empty, "Nothing yet")
        );

    private static void Columns(Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder builder, bool hasActions)
    {
        builder.OpenComponent<GridColumn<string>>(0);
        builder.AddComponentParameter(1, nameof(GridColumn<>.Column), SampleListQuery.Name);
        builder.AddComponentParameter(2, nameof(GridColumn<>.Primary), true);
        builder.AddComponentParameter(3, nameof(GridColumn<>.Class), "grid-name");
        builder.AddComponentParameter(4, nameof(GridColumn<>.ChildContent), DrawCell());
        builder.CloseComponent();
        builder.OpenComponent<GridColumn<string>>(5);
        builder.AddComponentParameter(6, nameof(GridColumn<>.Title), "Uses");
        builder.AddComponentParameter(7, nameof(GridColumn<>.Numeric), true);
        builder.AddComponentParameter(8, nameof(GridColumn<>.ChildContent), Draw("7"));
        builder.CloseComponent();
        if (!hasActions)
            return;
        builder.OpenComponent<GridColumn<string>>(9);
        builder.AddComponentParameter(10, nameof(GridColumn<>.Title), "Actions");
        builder.AddComponentParameter(11, nameof(GridColumn<>.Actions), true);
        builder.AddComponentParameter(12, nameof(GridColumn<>.ChildContent), Draw("Remove"));
        builder.CloseComponent();
    }

    private static RenderFragment<string> Draw(string text) => _ => builder => builder.AddContent(0, text);

    private static RenderFragment<string> DrawCell() =>
        row =>
            builder =>
            {
                builder.OpenComponent<Cell>(0);
                builder.AddComponentParameter(1, nameof(Cell.Text), row);
                builder.CloseComponent();
            };

    /// <summary>The components in the rows: the same ones for as long as their rows are.</summary>
    private static IReadOnlyList<Cell> Cells(IRenderedComponent<PagedGrid<string>> grid) =>
        [.. grid.FindComponents<Cell>().Select(static cell => cell.Instance)];

    private sealed class Cell : ComponentBase
    {
        [Parameter]
        public string Text { get; set; } = "";

        protected override void BuildRenderTree(Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder builder) =>
            builder.AddContent(0, Text);
    }

    private sealed class FakeRows : IPagedRows<string>
    {
        public Load<IReadOnlyList<string>> Rows { get; set; } = Load<IReadOnlyList<string>>.Loading;

        public RowTotal Total => default;

        public int Reloads { get; private set; }

        public Task ReloadAsync()
        {
            Reloads++;
            return Task.CompletedTask;
        }

        public Task<long?> CountAsync() => Task.FromResult<long?>(null);
    }
}
