using Schematic.Contracts.Wire;

namespace Schematic.Dashboard.Shared.Navigation;

/// <summary>
/// State of a list in its address: search, columns, order and page. A list derives one immutable record from
/// <see cref="ListQuery{TSelf}"/> and adds its filters.
/// </summary>
public abstract record ListQuery : IUrlQuery
{
    public const int DefaultSize = 50;

    /// <summary>The longest search the API takes.</summary>
    public const int LongestSearch = 512;

    private protected const string NoColumns = "none";

    public static IReadOnlyList<int> Sizes { get; } = [25, DefaultSize, 100, 250];

    /// <summary>The text to search for; empty for every row.</summary>
    public string Search { get; init; } = "";

    /// <summary>Counted from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Rows on a page.</summary>
    public int Size { get; init; } = DefaultSize;

    /// <summary>The API's name of the column sorted by; null for the list's own order.</summary>
    public string? Sort { get; init; }

    public bool Descending { get; init; }

    /// <summary>
    /// Names of the shown columns among those that can be hidden, in their order and with commas between them;
    /// <c>none</c> for none of them, empty for the list's own choice.
    /// </summary>
    public string ShownColumns { get; init; } = "";

    /// <summary>The columns that can be sorted by or hidden, in their order.</summary>
    public virtual IReadOnlyList<ListColumn> Columns => [];

    public long Offset => (long)(Page - 1) * Size;

    /// <summary>For the wire: null where nothing is searched for.</summary>
    public string? SearchOrNull => Search.Length == 0 ? null : Search;

    /// <summary>For the wire: the direction, where there is a column to sort by.</summary>
    public SortDirection? Direction =>
        Sort is null ? null
        : Descending ? SortDirection.Desc
        : SortDirection.Asc;

    /// <summary>
    /// True where rows may be missing because of a filter, so that an empty list says "no match" and not "none yet".
    /// </summary>
    public virtual bool IsFiltered => Search.Length > 0;

    /// <summary>
    /// The part that decides how many rows there are: search and filters, without page, size, order and columns.
    /// </summary>
    public ListQuery Filters =>
        this with
        {
            Page = 1,
            Size = DefaultSize,
            Sort = null,
            Descending = false,
            ShownColumns = "",
        };

    public string ToUri()
    {
        var url = new UrlWriter().Add("q", Search);
        WriteFilters(url);
        url.Add("columns", ShownColumns);
        if (Sort is not null)
            url.Add("sort", Descending ? $"-{Sort}" : Sort);
        url.Add("size", Size, DefaultSize);
        url.Add("page", Page, 1);
        return url.ToString();
    }

    /// <summary>The first page of what matches.</summary>
    public ListQuery SearchedFor(string search) => this with { Search = search, Page = 1 };

    /// <summary>The same list on another page.</summary>
    public ListQuery OnPage(int page) => this with { Page = page };

    /// <summary>The first page, with another number of rows.</summary>
    public ListQuery WithSize(int size) => this with { Size = size, Page = 1 };

    /// <summary>
    /// The first page in the order a click on this column asks for: ascending, descending, the list's own.
    /// </summary>
    public ListQuery SortedBy(string column) =>
        (Sort == column, Descending) switch
        {
            (false, _) => this with { Page = 1, Sort = column, Descending = false },
            (true, false) => this with { Page = 1, Descending = true },
            (true, true) => this with { Page = 1, Sort = null, Descending = false },
        };

    public bool Shows(ListColumn column) =>
        column.Name is null
        || (ShownColumns.Length == 0 ? column.IsShown : ShownColumns.Split(',').Contains(column.Name));

    /// <summary>The same rows without this column, or with it.</summary>
    public ListQuery Toggled(ListColumn column) =>
        this with
        {
            ShownColumns = ColumnNames(other => Shows(other) != (other == column)),
        };

    /// <summary>Writes the filters of a list: whatever it has besides search, columns, order and page.</summary>
    protected virtual void WriteFilters(UrlWriter url) { }

    private protected string ColumnNames(Func<ListColumn, bool> isShown)
    {
        var hideable = Columns.Where(static column => column.Name is not null).ToList();
        if (hideable.TrueForAll(column => isShown(column) == column.IsShown))
            return "";
        var names = string.Join(',', hideable.Where(isShown).Select(static column => column.Name));
        return names.Length == 0 ? NoColumns : names;
    }
}

/// <typeparam name="TSelf">The deriving record itself.</typeparam>
/// <inheritdoc cref="ListQuery"/>
public abstract record ListQuery<TSelf> : ListQuery, IUrlQuery<TSelf>
    where TSelf : ListQuery<TSelf>, new()
{
    /// <summary>The part that decides which rows are loaded, without what only decides how they are shown.</summary>
    public virtual TSelf Rows => (TSelf)this with { ShownColumns = "" };

    public static TSelf FromUri(UrlReader url)
    {
        var query = new TSelf().ReadFilters(url);
        var sort = url.Text("sort");
        var column = sort.TrimStart('-');
        var isKnown = query.Columns.Any(known => known.Sort == column);
        var columns = url.Text("columns");
        return query with
        {
            Search = url.Text("q") is { Length: <= LongestSearch } search ? search : "",
            Page = url.Number("page", 1, minimum: 1),
            Size = Sizes.Contains(url.Number("size", DefaultSize)) ? url.Number("size", DefaultSize) : DefaultSize,
            Sort = isKnown ? column : null,
            Descending = isKnown && sort.StartsWith('-'),
            ShownColumns =
                columns.Length == 0 ? "" : query.ColumnNames(shown => columns.Split(',').Contains(shown.Name)),
        };
    }

    /// <summary>This query with its filters as the address has them.</summary>
    protected virtual TSelf ReadFilters(UrlReader url) => (TSelf)this;
}
