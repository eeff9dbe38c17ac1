using Schematic.Contracts.Wire;

namespace Schematic.Dashboard.Shared.Navigation;

/// <summary>What the address of every list holds. One immutable record per list derives from it and adds its filters.</summary>
public abstract record ListQuery : IUrlQuery
{
    public const int DefaultSize = 50;

    public static IReadOnlyList<int> Sizes { get; } = [25, DefaultSize, 100, 250];

    /// <summary>Counted from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Rows on a page.</summary>
    public int Size { get; init; } = DefaultSize;

    /// <summary>The API's name of the column sorted by; null for the list's own order.</summary>
    public string? Sort { get; init; }

    public bool Descending { get; init; }

    public long Offset => (long)(Page - 1) * Size;

    /// <summary>For the wire: the direction, where there is a column to sort by.</summary>
    public SortDirection? Direction =>
        Sort is null ? null
        : Descending ? SortDirection.Desc
        : SortDirection.Asc;

    /// <summary>True where rows may be missing because of a filter, so that an empty list says "no match" and not "none yet".</summary>
    public abstract bool IsFiltered { get; }

    /// <summary>What decides how many rows there are: the filters, without page, size and order.</summary>
    public ListQuery Filters => this with { Page = 1, Size = DefaultSize, Sort = null, Descending = false };

    public string ToUri()
    {
        var url = new UrlWriter();
        WriteFilters(url);
        if (Sort is not null)
            url.Add("sort", Descending ? $"-{Sort}" : Sort);
        url.Add("size", Size, DefaultSize);
        url.Add("page", Page, 1);
        return url.ToString();
    }

    /// <summary>The same list on another page.</summary>
    public ListQuery OnPage(int page) => this with { Page = page };

    /// <summary>The first page, with another number of rows.</summary>
    public ListQuery WithSize(int size) => this with { Size = size, Page = 1 };

    /// <summary>The first page in the order a click on this column asks for: ascending, descending, the list's own.</summary>
    public ListQuery SortedBy(string column) =>
        (Sort == column, Descending) switch
        {
            (false, _) => this with { Page = 1, Sort = column, Descending = false },
            (true, false) => this with { Page = 1, Descending = true },
            (true, true) => this with { Page = 1, Sort = null, Descending = false },
        };

    protected abstract void WriteFilters(UrlWriter url);

    /// <summary>Fills in what all lists share; a derived <c>FromUri</c> ends with it.</summary>
    /// <param name="sortable">The columns the API sorts by; any other name is passed over.</param>
    protected static TQuery ReadPage<TQuery>(TQuery query, UrlReader url, params IReadOnlyList<string> sortable)
        where TQuery : ListQuery
    {
        var sort = url.Text("sort");
        var column = sort.TrimStart('-');
        var known = sortable.Contains(column);
        return query with
        {
            Page = url.Number("page", 1, minimum: 1),
            Size = Sizes.Contains(url.Number("size", DefaultSize)) ? url.Number("size", DefaultSize) : DefaultSize,
            Sort = known ? column : null,
            Descending = known && sort.StartsWith('-'),
        };
    }
}
