using Microsoft.AspNetCore.Components;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Shared.Ui.Text;

namespace Schematic.Dashboard.Shared.Ui.Grid;

/// <summary>
/// A page of a long list as a table: every state of its load, columns sorted and pages turned by links, so that the
/// address always says what is shown. On a phone each row becomes a card.
/// </summary>
public sealed partial class PagedGrid<TItem> : ComponentBase
{
    private const int SkeletonRows = 8;

    private readonly List<GridColumn<TItem>> _columns = [];
    private readonly RowSlots _slots = new();
    private IReadOnlyList<TItem>? _keyed;
    private IReadOnlyList<object> _keys = [];

    /// <summary>The rows of this page, their number over all pages, and the way to load them again.</summary>
    [Parameter]
    [EditorRequired]
    public IPagedRows<TItem> List { get; set; } = default!;

    [Parameter]
    [EditorRequired]
    public ListQuery Query { get; set; } = default!;

    /// <summary>The address of this list with another query.</summary>
    [Parameter]
    [EditorRequired]
    public Func<ListQuery, string> UrlFor { get; set; } = default!;

    /// <summary>Key that identifies a row across reloads: its id.</summary>
    [Parameter]
    [EditorRequired]
    public Func<TItem, object> KeyOf { get; set; } = default!;

    /// <summary>Name of the table for screen readers.</summary>
    [Parameter]
    [EditorRequired]
    public string Caption { get; set; } = "";

    /// <summary><see cref="GridColumn{TItem}"/>s, in order.</summary>
    [Parameter]
    [EditorRequired]
    public RenderFragment? Columns { get; set; }

    /// <summary>
    /// Shown when no row matches: say whether there are none yet, or a filter hides them, and what to do.
    /// </summary>
    [Parameter]
    [EditorRequired]
    public RenderFragment? Empty { get; set; }

    private Load<IReadOnlyList<TItem>> Rows => List.Rows;

    // Only rows that move by themselves have to know.
    private EventCallback<bool> Held =>
        List.IsFeed ? EventCallback.Factory.Create<bool>(this, List.Hold) : EventCallback<bool>.Empty;

    internal void Add(GridColumn<TItem> column)
    {
        if (column.Column is null || Query.Shows(column.Column))
            _columns.Add(column);
    }

    private Task TryAgainAsync() => List.ReloadAsync();

    // Columns announce themselves anew on each render, so that their order is that of the markup; Defer draws
    // afterwards.
    private void StartCollecting() => _columns.Clear();

    // What has buttons is made anew: a click that is on its way must not hit the row that took its place.
    private IReadOnlyList<object> GetKeys(IReadOnlyList<TItem> rows)
    {
        if (ReferenceEquals(rows, _keyed))
            return _keys;
        _keyed = rows;
        List<object> ids = [.. rows.Select(KeyOf)];
        return _keys = _columns.Exists(static column => column.Actions) ? ids : _slots.Assign(ids);
    }

    private string? SortOf(GridColumn<TItem> column) =>
        column.Sort is null || column.Sort != Query.Sort ? null
        : Query.Descending ? "descending"
        : "ascending";

    private string SortIcon(string sort) =>
        sort != Query.Sort ? Icons.ChevronUpDown
        : Query.Descending ? Icons.SortDescending
        : Icons.SortAscending;
}
