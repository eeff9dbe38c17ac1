using Schematic.Contracts.Wire;

namespace Schematic.Api.Persistence;

internal static class Paging
{
    /// <summary>Cuts one page out of an ordered query. An offset beyond what a query can count is beyond every row.</summary>
    public static IQueryable<T> Page<T>(this IQueryable<T> rows, Page page) =>
        rows.Skip((int)Math.Min(page.Offset!.Value, int.MaxValue)).Take(page.Limit!.Value);
}
