using Microsoft.AspNetCore.Components;
using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.Dashboard.Shared.Ui.Grid;

/// <summary>A column of a <see cref="PagedGrid{TItem}"/>. Draws nothing itself.</summary>
public sealed class GridColumn<TItem> : ComponentBase
{
    [CascadingParameter]
    private PagedGrid<TItem> Grid { get; set; } = default!;

    /// <summary>A column that can be sorted by or hidden, as the list's query declares it.</summary>
    [Parameter]
    public ListColumn? Column { get; set; }

    /// <summary>The heading of any other column.</summary>
    [Parameter]
    public string Title { get; set; } = "";

    /// <summary>The row's own column: its link covers the row, and on a phone it heads the card.</summary>
    [Parameter]
    public bool Primary { get; set; }

    /// <summary>Numbers, right-aligned in tabular figures.</summary>
    [Parameter]
    public bool Numeric { get; set; }

    /// <summary>Buttons, at the end of the row and the top of the card.</summary>
    [Parameter]
    public bool Actions { get; set; }

    /// <summary>Left out of the card on a phone: the page that the row leads to says it.</summary>
    [Parameter]
    public bool Aside { get; set; }

    /// <summary>A class for its cells.</summary>
    [Parameter]
    public string? Class { get; set; }

    [Parameter]
    public RenderFragment<TItem>? ChildContent { get; set; }

    internal string Heading => Column?.Title ?? Title;

    internal string? Sort => Column?.Sort;

    internal bool HideTitle => Actions;

    internal string? CssClass =>
        string.Join(' ', new[] { KindClass, Aside ? "grid-aside" : null, Class }.OfType<string>()) switch
        {
            "" => null,
            var classes => classes,
        };

    private string? KindClass =>
        Primary ? "grid-primary"
        : Numeric ? "grid-numeric"
        : Actions ? "grid-actions"
        : null;

    protected override void OnParametersSet() => Grid.Add(this);

    protected override bool ShouldRender() => false;
}
