using Schematic.Api.Persistence;

namespace Schematic.Api.Authentication;

/// <summary>
/// Counts changes of environments and API keys, which every instance holds in memory to authenticate its callers.
/// </summary>
internal static class KeyChanges
{
    public const string CounterName = "directory";

    /// <summary>
    /// Marks a change inside the transaction that makes it. The row of the counter is locked from here to the end.
    /// </summary>
    public static Task AddAsync(SchematicDb db, CancellationToken cancellationToken) =>
        ChangeCounters.IncrementAsync(db, CounterName, cancellationToken);
}
