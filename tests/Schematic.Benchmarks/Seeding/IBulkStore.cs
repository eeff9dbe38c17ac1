namespace Schematic.Benchmarks.Seeding;

/// <summary>
/// The fastest way into one database, below the server: indexes and triggers step aside while rows go in.
/// </summary>
internal interface IBulkStore : IAsyncDisposable
{
    Task BeginAsync();

    Task WriteAsync(IReadOnlyList<SeedRows> rows);

    /// <summary>Builds what stepped aside, and checks that nothing is missing.</summary>
    Task EndAsync();
}
