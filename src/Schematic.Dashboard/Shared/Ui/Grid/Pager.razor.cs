using System.Globalization;
using Microsoft.AspNetCore.Components;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Shared.Ui.Text;

namespace Schematic.Dashboard.Shared.Ui.Grid;

/// <summary>Position in a long list and links to other pages. Works before the total is known.</summary>
public sealed partial class Pager : ComponentBase
{
    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Parameter]
    [EditorRequired]
    public ListQuery Query { get; set; } = default!;

    /// <summary>Rows on this page; null while the first page loads.</summary>
    [Parameter]
    [EditorRequired]
    public int? RowCount { get; set; }

    [Parameter]
    [EditorRequired]
    public long? Total { get; set; }

    [Parameter]
    [EditorRequired]
    public Func<ListQuery, string> UrlFor { get; set; } = default!;

    private int? LastPage =>
        Total is { } total ? (int)Math.Min(int.MaxValue, Math.Max(1, (total + Query.Size - 1) / Query.Size)) : null;

    // Controls that could do nothing are noise.
    private bool IsShort => Query.Page == 1 && Total <= ListQuery.Sizes[0];

    private bool HasNext => LastPage is { } last ? Query.Page < last : RowCount == Query.Size;

    // "51–100 of 1,000,000"
    private string Range
    {
        get
        {
            if (RowCount is null)
                return "Loading…";
            var total = Total is { } known ? $" of {Number(known)}" : "";
            return RowCount == 0
                ? $"0{total}"
                : $"{Number(Query.Offset + 1)}–{Number(Query.Offset + RowCount.Value)}{total}";
        }
    }

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private void OnSizeChanged(ChangeEventArgs e)
    {
        if (int.TryParse(e.Value as string, NumberStyles.None, CultureInfo.InvariantCulture, out var size))
            Navigation.NavigateTo(UrlFor(Query.WithSize(size)));
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
