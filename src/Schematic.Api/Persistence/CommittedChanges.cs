namespace Schematic.Api.Persistence;

/// <summary>What one transaction changes of what instances hold in memory. Told to this process's caches when it is committed.</summary>
internal sealed class CommittedChanges
{
    /// <summary>Names of the <see cref="ChangeCounterRow"/>s that grew.</summary>
    public HashSet<string> Counters { get; } = [];

    /// <summary>Seqs of companies and users that were changed or deleted.</summary>
    public HashSet<long> Entities { get; } = [];

    /// <summary>Any number of companies and users changed.</summary>
    public bool EveryEntity { get; set; }
}
