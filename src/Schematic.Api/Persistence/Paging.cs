using Schematic.Api.Persistence.Sql;
using Schematic.Contracts.Wire;

namespace Schematic.Api.Persistence;

/// <summary>Cuts one page out of ordered rows.</summary>
internal static class Paging
{
    /// <summary>An offset beyond what a query can count is beyond every row.</summary>
    public static IQueryable<T> Page<T>(this IQueryable<T> rows, Page page) =>
        rows.Skip((int)Math.Min(page.Offset!.Value, int.MaxValue)).Take(page.Limit!.Value);

    public static SqlText Page(this SqlText rows, Page page) =>
        rows.Append($" LIMIT {page.Limit!.Value} OFFSET {page.Offset!.Value}");
}
