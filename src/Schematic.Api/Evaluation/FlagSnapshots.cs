using System.Collections.Concurrent;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Changes;

namespace Schematic.Api.Evaluation;

/// <summary>
/// The flags of each environment that was asked about, held in memory. A change made here is in the snapshot before it
/// is answered; one made by another instance as soon as the <see cref="ChangeFeed"/> tells of it.
/// </summary>
internal sealed class FlagSnapshots : IChangeFollower
{
    private readonly ConcurrentDictionary<int, EnvironmentFlags> _environments = new();
    private readonly Func<int, EnvironmentFlags> _open;

    public FlagSnapshots(IDatabase database, ChangeFeed feed, TimeProvider time, ILogger<FlagSnapshots> logger)
    {
        _open = environmentSeq => new EnvironmentFlags(environmentSeq, database, time, logger);
        feed.Follow(this);
    }

    public ValueTask<FlagSnapshot> OfAsync(int environmentSeq, CancellationToken cancellationToken) =>
        _environments.GetOrAdd(environmentSeq, _open).GetAsync(cancellationToken);

    public Task FollowAsync(ChangeSet changes)
    {
        // A flag keeps what its traits were when it was prepared.
        var everything = changes.Has(ChangeKind.TraitDefinition);
        if (!everything && !changes.Has(ChangeKind.Flag) && !changes.Has(ChangeKind.Catalog))
            return Task.CompletedTask;
        var rounds = new List<Task>();
        foreach (var (environmentSeq, flags) in _environments)
        {
            if (everything)
            {
                rounds.Add(flags.RefreshAllAsync());
                continue;
            }

            if (SeenIn(environmentSeq, changes, ChangeKind.Flag) is { Count: > 0 } seqs)
                rounds.Add(flags.RefreshAsync(seqs));
            if (SeenIn(environmentSeq, changes, ChangeKind.Catalog).Count > 0)
                rounds.Add(flags.RefreshCatalogAsync());
        }

        return Task.WhenAll(rounds);
    }

    private static List<long> SeenIn(int environmentSeq, ChangeSet changes, ChangeKind kind) =>
        [
            .. changes
                .Changes.Where(change =>
                    change.Kind == kind
                    && (change.EnvironmentSeq == SchematicDb.AccountSeq || change.EnvironmentSeq == environmentSeq)
                )
                .Select(static change => change.SubjectSeq),
        ];
}
