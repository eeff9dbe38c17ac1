using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.Dashboard.Shared.Loading;

/// <summary>A page cut from rows that are already loaded.</summary>
internal sealed class RowsInMemory<TRow>(IReadOnlyList<TRow> all, ListQuery query) : IPagedRows<TRow>
{
    public Load<IReadOnlyList<TRow>> Rows { get; } =
        Load<IReadOnlyList<TRow>>.Of([.. all.Skip((int)Math.Min(query.Offset, int.MaxValue)).Take(query.Size)]);

    public RowTotal Total => RowTotal.Of(all.Count);

    public Task ReloadAsync() => Task.CompletedTask;

    public Task<long?> CountAsync() => Task.FromResult<long?>(all.Count);
}
