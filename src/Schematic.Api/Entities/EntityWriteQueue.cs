using System.Threading.Channels;
using Schematic.Api.Persistence;

namespace Schematic.Api.Entities;

/// <summary>
/// Gathers changes of companies and users that many callers ask for at once into shared transactions: one command that
/// reads, one that writes and one commit for all that waited. Nobody waits for a group to fill.
/// </summary>
internal sealed class EntityWriteQueue : IAsyncDisposable
{
    private const int MaxGroup = 64;

    private readonly Channel<Job> _jobs = Channel.CreateBounded<Job>(4096);
    private readonly IDatabase _database;
    private readonly TimeProvider _time;
    private readonly Task _loops;

    public EntityWriteQueue(IDatabase database, TimeProvider time)
    {
        (_database, _time) = (database, time);
        // The loops work for everybody, not for whoever needed them first.
        using var stopped = ExecutionContext.SuppressFlow();
        _loops = Task.WhenAll(Enumerable.Range(0, database.WritersAtOnce).Select(_ => Task.Run(RunAsync)));
    }

    /// <returns>The entity as this change left it, durably stored.</returns>
    /// <exception cref="Http.ApiException">The change is refused.</exception>
    public async Task<EntityDetail> ApplyAsync(
        int environmentSeq,
        EntityChange change,
        CancellationToken cancellationToken
    )
    {
        // Whoever is alone stores it with the first transaction, as it does with any other.
        var isAlone = CommittedWork.IsAlone;
        var job = new Job(environmentSeq, change, CommittedWork.NextCompanion, storesCompanion: !isAlone);
        if (isAlone && job.TryBegin())
            await RunAsync(environmentSeq, [job]);
        else
            await _jobs.Writer.WriteAsync(job, cancellationToken);
        return await job.StoredAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        _jobs.Writer.TryComplete();
        await _loops;
    }

    private async Task RunAsync()
    {
        while (await _jobs.Reader.WaitToReadAsync())
        {
            foreach (var group in Take().GroupBy(static job => job.EnvironmentSeq))
                await RunAsync(group.Key, [.. group]);
        }
    }

    private List<Job> Take()
    {
        var group = new List<Job>();
        while (group.Count < MaxGroup && _jobs.Reader.TryRead(out var job))
        {
            if (job.TryBegin())
                group.Add(job);
        }

        return group;
    }

    // Once begun, work is not cut short by any one caller: it is everybody's.
    private async Task RunAsync(int environmentSeq, List<Job> group)
    {
        var isApplied = false;
        using var limit = new CancellationTokenSource(_database.Patience.LongestSilence);
        try
        {
            var outcomes = await _database.WriteAsync(
                environmentSeq,
                async (db, token) =>
                {
                    isApplied = false;
                    var outcomes = await ApplyAsync(db, group, token);
                    isApplied = true;
                    return outcomes;
                },
                limit.Token
            );
            foreach (var (job, outcome) in group.Zip(outcomes))
                job.Finish(outcome);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            foreach (var job in group)
                job.Fail(new LostDatabaseException());
        }
        // Surely nothing is stored. Whatever is wrong with one of them is not to cost the others anything.
        catch (Exception failure) when (!isApplied && group.Count > 1 && !DatabaseFailure.IsOutOfReach(failure))
        {
            await Task.WhenAll(group.Select(job => RunAsync(environmentSeq, [job])));
        }
        // A commit that was begun may have succeeded: what is not known to be undone must not run again.
        catch (Exception failure)
        {
            foreach (var job in group)
                job.Fail(failure);
        }
    }

    private async Task<IReadOnlyList<EntityOutcome>> ApplyAsync(
        SchematicDb db,
        List<Job> group,
        CancellationToken cancellationToken
    )
    {
        var writer = new EntityWriter(db, _time.Now());
        var outcomes = await writer.ApplyAsync([.. group.Select(static job => job.Change)], cancellationToken);
        // Nothing of one that is refused is stored, also not that it was asked for.
        if (outcomes is [{ Refusal: { } refusal }])
            throw refusal;
        var companions = new List<ICompanion>(group.Count);
        foreach (var (job, outcome) in group.Zip(outcomes))
        {
            if (outcome.Refusal is not null || job.Companion is not { } companion)
                continue;
            companion.Tell(outcome.Entity().Id, outcome.Entity().Name);
            if (job.StoresCompanion)
                companions.Add(companion);
        }

        if (companions is [var first, ..])
            await first.StoreAsync(db, companions, cancellationToken);
        return outcomes;
    }

    private sealed class Job(int environmentSeq, EntityChange change, ICompanion? companion, bool storesCompanion)
        : WaitingWrite<EntityDetail>
    {
        /// <summary>Stored with the change; null if nothing is.</summary>
        public ICompanion? Companion => companion;

        /// <summary>False if whoever runs the change stores it.</summary>
        public bool StoresCompanion => storesCompanion;

        public int EnvironmentSeq => environmentSeq;

        public EntityChange Change => change;

        public void Finish(EntityOutcome outcome)
        {
            if (outcome.Refusal is { } refusal)
                Fail(refusal);
            else
                Answer(outcome.Entity());
        }
    }
}
