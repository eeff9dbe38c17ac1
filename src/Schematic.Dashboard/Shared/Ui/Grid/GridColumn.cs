using Microsoft.AspNetCore.Components;

namespace Schematic.Dashboard.Shared.Ui.Grid;

/// <summary>A column of a <see cref="PagedGrid{TItem}"/>. Draws nothing itself.</summary>
public sealed class GridColumn<TItem> : ComponentBase
{
    [CascadingParameter]
    private PagedGrid<TItem> Grid { get; set; } = default!;

    [Parameter]
    [EditorRequired]
    public string Title { get; set; } = "";

    /// <summary>The API's name of the column, where the API sorts by it.</summary>
    [Parameter]
    public string? Sort { get; set; }

    /// <summary>A CSS width; left out, the content decides.</summary>
    [Parameter]
    public string? Width { get; set; }

    /// <summary>The row's own column: its link covers the row, and on a phone it heads the card.</summary>
    [Parameter]
    public bool Primary { get; set; }

    /// <summary>Numbers, right-aligned in tabular figures.</summary>
    [Parameter]
    public bool Numeric { get; set; }

    /// <summary>Buttons, at the end of the row and the top of the card.</summary>
    [Parameter]
    public bool Actions { get; set; }

    /// <summary>A class for its cells.</summary>
    [Parameter]
    public string? Class { get; set; }

    [Parameter]
    public RenderFragment<TItem>? ChildContent { get; set; }

    internal bool HideTitle => Actions;

    internal string? CssClass =>
        (
            Primary ? "grid-primary"
            : Numeric ? "grid-numeric"
            : Actions ? "grid-actions"
            : null,
            Class
        ) switch
        {
            ({ } kind, { } own) => $"{kind} {own}",
            var (kind, own) => kind ?? own,
        };

    internal string? Style => Width is null ? null : $"width:{Width}";

    protected override void OnParametersSet() => Grid.Add(this);
}
