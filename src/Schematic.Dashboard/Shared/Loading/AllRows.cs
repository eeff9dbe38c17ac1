using Schematic.Contracts.Wire;

namespace Schematic.Dashboard.Shared.Loading;

/// <summary>Whole lists, for what must be told apart or added up before it is shown.</summary>
internal static class AllRows
{
    /// <summary>Reads every page of a list, one after the other.</summary>
    public static async Task<IReadOnlyList<TRow>> ListAsync<TQuery, TRow>(
        Func<TQuery, CancellationToken, Task<Envelope<IReadOnlyList<TRow>>>> list,
        TQuery query,
        CancellationToken cancellationToken
    )
        where TQuery : Page
    {
        var all = new List<TRow>();
        IReadOnlyList<TRow> page;
        do
        {
            Page next = query with { Limit = Page.MaxLimit, Offset = all.Count };
            page = (await list((TQuery)next, cancellationToken)).Data;
            all.AddRange(page);
        } while (page.Count == Page.MaxLimit);

        return all;
    }
}
