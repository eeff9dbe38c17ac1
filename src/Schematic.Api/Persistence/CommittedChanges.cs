namespace Schematic.Api.Persistence;

/// <summary>
/// Changes of one transaction to things that instances hold in memory. Told to this process's caches when it is
/// committed.
/// </summary>
internal sealed class CommittedChanges
{
    /// <summary>The <see cref="ChangeCounterRow"/>s that grew, each with its version since.</summary>
    public Dictionary<string, long> Counters { get; } = [];

    /// <summary>Seqs of companies and users that were changed or deleted.</summary>
    public HashSet<long> Entities { get; } = [];

    /// <summary>Any number of companies and users changed.</summary>
    public bool EveryEntity { get; set; }
}
