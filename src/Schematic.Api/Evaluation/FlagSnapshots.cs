using System.Collections.Concurrent;
using Schematic.Api.Entities;
using Schematic.Api.Flags;
using Schematic.Api.Flags.Rules;
using Schematic.Api.Persistence;

namespace Schematic.Api.Evaluation;

/// <summary>
/// The flags of each environment, held in memory until they change: a change made here is seen by the next check, one
/// made by another instance within a second; see <see cref="ChangeFeed"/>.
/// </summary>
internal sealed class FlagSnapshots : IDisposable
{
    private readonly IDatabase _database;
    private readonly ChangeFeed _changes;

    // In here before it begins to load, so that a change which comes meanwhile can take it out: who asks later loads
    // anew.
    private readonly ConcurrentDictionary<int, Lazy<Task<FlagSnapshot>>> _snapshots = new();

    public FlagSnapshots(IDatabase database, ChangeFeed changes)
    {
        (_database, _changes) = (database, changes);
        changes.Changed += Forget;
    }

    public ValueTask<FlagSnapshot> OfAsync(int environmentSeq, CancellationToken cancellationToken)
    {
        if (!_snapshots.TryGetValue(environmentSeq, out var snapshot))
            snapshot = _snapshots.GetOrAdd(
                environmentSeq,
                new Lazy<Task<FlagSnapshot>>(() => LoadAsync(environmentSeq))
            );
        return new ValueTask<FlagSnapshot>(
            snapshot.Value.IsCompletedSuccessfully
                ? snapshot.Value
                : WaitAsync(environmentSeq, snapshot, cancellationToken)
        );
    }

    public void Dispose() => _changes.Changed -= Forget;

    private async Task<FlagSnapshot> WaitAsync(
        int environmentSeq,
        Lazy<Task<FlagSnapshot>> snapshot,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await snapshot.Value.WaitAsync(cancellationToken);
        }
        catch when (snapshot.Value.IsFaulted)
        {
            _snapshots.TryRemove(new(environmentSeq, snapshot));
            throw;
        }
    }

    // For everyone who waits, and so not to be cancelled by any one of them.
    private async Task<FlagSnapshot> LoadAsync(int environmentSeq)
    {
        await using var db = _database.Open(environmentSeq);
        var flags = await FlagReader.EveryFlagAsync(db, CancellationToken.None);
        return new FlagSnapshot([.. flags.Select(static flag => new SnapshotFlag(flag.Flag.Seq, flag.Prepare()))]);
    }

    private void Forget(CommittedChanges changes)
    {
        if (changes.Counters.Count == 0)
            return;
        var all =
            changes.Counters.ContainsKey(FlagChanges.OfAccount)
            || changes.Counters.ContainsKey(DefinitionChanges.CounterName);
        foreach (var environmentSeq in _snapshots.Keys)
        {
            if (all || changes.Counters.ContainsKey(FlagChanges.CounterOf(environmentSeq)))
                _snapshots.TryRemove(environmentSeq, out _);
        }
    }
}
