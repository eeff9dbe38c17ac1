namespace Schematic.Dashboard.Shared.Loading;

/// <summary>One page of a list and its place among all rows.</summary>
public interface IPagedRows<TRow>
{
    Load<IReadOnlyList<TRow>> Rows { get; }

    RowTotal Total { get; }

    /// <summary>False for rows that are no page of a list, like those of a feed: they have no footer.</summary>
    bool IsPaged => true;

    Task ReloadAsync();

    /// <summary>Counts the rows on all pages, however long it takes; null where that failed.</summary>
    Task<long?> CountAsync();
}
