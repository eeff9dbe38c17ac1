namespace Schematic.Dashboard.Entities;

/// <summary>Many small requests at once, but not all at once.</summary>
internal static class BoundedParallel
{
    private const int AtOnce = 6;

    /// <summary>
    /// Returns results in the order of the source. The first failure cancels calls that have not begun.
    /// </summary>
    public static async Task<IReadOnlyList<TResult>> SelectAsync<T, TResult>(
        IReadOnlyCollection<T> source,
        Func<T, CancellationToken, Task<TResult>> select,
        CancellationToken cancellationToken
    )
    {
        var results = new TResult[source.Count];
        await Parallel.ForEachAsync(
            source.Index(),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (item, token) => results[item.Index] = await select(item.Item, token)
        );
        return results;
    }
}
