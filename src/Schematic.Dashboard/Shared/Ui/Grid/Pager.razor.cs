using System.Globalization;
using Microsoft.AspNetCore.Components;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Shared.Ui.Text;

namespace Schematic.Dashboard.Shared.Ui.Grid;

/// <summary>Position in a long list and links to other pages. Works before the total is known.</summary>
public sealed partial class Pager : ComponentBase
{
    private ElementReference _place;
    private string _range = "";
    private bool _isAsked;
    private ListQuery? _leaving;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Parameter]
    [EditorRequired]
    public ListQuery Query { get; set; } = default!;

    /// <summary>Rows on this page; null while the first page loads.</summary>
    [Parameter]
    [EditorRequired]
    public int? RowCount { get; set; }

    /// <summary>True while the rows on the screen are those of an older query.</summary>
    [Parameter]
    public bool IsStale { get; set; }

    [Parameter]
    [EditorRequired]
    public RowTotal Total { get; set; }

    /// <summary>Counts the rows on all pages, however long it takes; null where that failed.</summary>
    [Parameter]
    public Func<Task<long?>>? CountAll { get; set; }

    [Parameter]
    [EditorRequired]
    public Func<ListQuery, string> UrlFor { get; set; } = default!;

    private int? LastPage => Total.Rows is { } total ? GetLastPage(total) : null;

    // Controls that could do nothing are noise.
    private bool IsShort => Query.Page == 1 && Total.Rows <= ListQuery.Sizes[0];

    private bool HasNext => LastPage is { } last ? Query.Page < last : RowCount == Query.Size;

    private bool IsCounting => Total.State == CountState.Counting;

    private bool HasCountFailed => RowCount > 0 && Total.State == CountState.Failed;

    private bool IsPlaceholderShown => RowCount > 0 && Total is { State: CountState.Waiting, IsMany: false };

    // While it counts for someone, the button stays: the focus is on it.
    private bool IsCountOffered =>
        RowCount > 0
        && CountAll is not null
        && (Total.State is CountState.Stopped or CountState.Failed || (_isAsked && IsCounting));

    private string CountText =>
        IsCounting ? "Counting…"
        : Total.State == CountState.Failed ? "Count again"
        : "Count all";

    // Without a total nobody knows where the last page is: going there counts first.
    private bool IsLastPageCounted => Total.Rows is null && CountAll is not null && HasNext;

    // " of 1,000,000"
    private string? OfTotal =>
        RowCount is null ? null
        : Total.Rows is { } known ? $" of {Number(known)}"
        : RowCount > 0 && Total.IsMany ? $" of more than {Number(RowTotal.Many)}"
        : null;

    // Of the rows that are there, not of those asked for: it changes together with them, and is read out once.
    protected override void OnParametersSet()
    {
        if (RowCount is not { } rows)
            _range = "Loading…";
        else if (!IsStale)
            _range = rows == 0 ? "0" : $"{Number(Query.Offset + 1)}–{Number(Query.Offset + rows)}";
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_isAsked || Total.State != CountState.Counted)
            return;
        _isAsked = false;
        // The button that had the focus is gone.
        await _place.FocusAsync(preventScroll: true);
    }

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private void OnSizeChanged(ChangeEventArgs e)
    {
        if (int.TryParse(e.Value as string, NumberStyles.None, CultureInfo.InvariantCulture, out var size))
            Navigation.NavigateTo(UrlFor(Query.WithSize(size)));
    }

    private int GetLastPage(long total) =>
        (int)Math.Min(int.MaxValue, Math.Max(1, (total + Query.Size - 1) / Query.Size));

    private async Task CountAsync()
    {
        if (IsCounting)
            return;
        _isAsked = true;
        await CountAll!();
    }

    private async Task OpenLastPageAsync()
    {
        if (_leaving is not null)
            return;
        var from = _leaving = Query;
        var total = await CountAll!();
        _leaving = null;
        // Whoever has gone elsewhere meanwhile is not called back.
        if (total is { } rows && Query == from && GetLastPage(rows) != Query.Page)
            Navigation.NavigateTo(UrlFor(Query.OnPage(GetLastPage(rows))));
    }

    private RenderFragment Link(string icon, string name, int? page) =>
        builder =>
        {
            builder.OpenElement(0, "a");
            builder.AddAttribute(1, "class", "icon-button");
            builder.AddAttribute(2, "aria-label", name);
            builder.AddAttribute(3, "title", name);
            // An anchor without an address is a disabled link: it stays where it is and cannot be followed.
            if (page is { } target)
                builder.AddAttribute(4, "href", UrlFor(Query.OnPage(target)));
            else
                builder.AddAttribute(5, "aria-disabled", "true");
            builder.AddAttribute(6, "role", "link");
            builder.OpenComponent<Icon>(7);
            builder.AddComponentParameter(8, nameof(Icon.Path), icon);
            builder.CloseComponent();
            builder.CloseElement();
        };
}
