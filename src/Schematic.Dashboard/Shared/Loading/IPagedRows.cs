namespace Schematic.Dashboard.Shared.Loading;

/// <summary>One page of a list and its place among all rows.</summary>
public interface IPagedRows<TRow>
{
    Load<IReadOnlyList<TRow>> Rows { get; }

    RowTotal Total { get; }

    Task ReloadAsync();

    /// <summary>Counts the rows on all pages, however long it takes; null where that failed.</summary>
    Task<long?> CountAsync();
}
