namespace Schematic.Dashboard.Shared.Loading;

/// <summary>One page of a list and its place among all rows.</summary>
public interface IPagedRows<TRow>
{
    Load<IReadOnlyList<TRow>> Rows { get; }

    /// <summary>Number of rows on all pages; null until it is known.</summary>
    long? Total { get; }

    Task ReloadAsync();
}
