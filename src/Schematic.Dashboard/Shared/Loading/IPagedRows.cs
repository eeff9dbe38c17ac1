namespace Schematic.Dashboard.Shared.Loading;

/// <summary>One page of a list and its place among all rows.</summary>
public interface IPagedRows<TRow>
{
    Load<IReadOnlyList<TRow>> Rows { get; }

    RowTotal Total { get; }

    /// <summary>True for rows that arrive by themselves: they have no pages.</summary>
    bool IsFeed => false;

    Task ReloadAsync();

    /// <summary>Keeps the rows of a feed where they are for as long as somebody points at one or is in one.</summary>
    void Hold(bool isHeld) { }

    /// <summary>Counts the rows on all pages, however long it takes; null where that failed.</summary>
    Task<long?> CountAsync();
}
