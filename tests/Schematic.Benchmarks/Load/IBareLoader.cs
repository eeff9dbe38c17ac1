using Schematic.Benchmarks.Seeding;

namespace Schematic.Benchmarks.Load;

/// <summary>
/// Commits, as durably as the server does, the rows that upserts of companies leave behind, and does nothing else: it
/// looks nothing up and speaks no HTTP.
/// </summary>
internal interface IBareLoader : IAsyncDisposable
{
    /// <summary>Inserts the companies in one transaction.</summary>
    /// <returns>Their seqs.</returns>
    Task<IReadOnlyList<long>> InsertAsync(IReadOnlyList<SeedRows> companies);

    /// <summary>Stores the companies as seen again, in one transaction.</summary>
    /// <param name="companies">
    /// Rows whose <see cref="SeedRows.Seq"/> is that of the stored company; the search text is stored if it changed.
    /// </param>
    Task UpdateAsync(IReadOnlyList<(SeedRows Rows, bool SearchChanged)> companies);
}
