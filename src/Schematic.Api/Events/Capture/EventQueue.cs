using System.Threading.Channels;
using Schematic.Api.Evaluation;
using Schematic.Api.Events.Metering;
using Schematic.Api.Http;
using Schematic.Api.Http.Idempotency;
using Schematic.Api.Persistence;

namespace Schematic.Api.Events.Capture;

/// <summary>
/// Gathers events that many callers send at once into shared transactions, and answers once they are durable and have
/// taken effect. Nobody waits for a group to fill. Takes no more than it can hold: whoever comes then is told when to
/// come again.
/// </summary>
internal sealed partial class EventQueue : IAsyncDisposable
{
    /// <summary>How many events may wait.</summary>
    public const int MaxWaiting = 20_000;

    /// <summary>How many bytes of bodies may wait.</summary>
    public const long MaxWaitingBytes = 64L * 1024 * 1024;

    private const int MaxGroup = 1000;
    private const string Unprocessed = "Something failed on the server while it processed this event. Replay it later.";
    private static readonly TimeSpan ComeAgain = TimeSpan.FromSeconds(1);

    private readonly Channel<Job> _jobs = Channel.CreateUnbounded<Job>();
    private readonly IDatabase _database;
    private readonly EntityContexts _contexts;
    private readonly FlagSnapshots _flags;
    private readonly IUsageFollower[] _followers;
    private readonly SightingThrottle _sightings = new();
    private readonly ReportedChecks _checks = new();
    private readonly TimeProvider _time;
    private readonly ILogger<EventQueue> _logger;
    private readonly Task _loops;
    private long _waiting;
    private long _waitingBytes;

    public EventQueue(
        IDatabase database,
        EntityContexts contexts,
        FlagSnapshots flags,
        IEnumerable<IUsageFollower> followers,
        TimeProvider time,
        ILogger<EventQueue> logger
    )
    {
        (_database, _contexts, _flags, _time, _logger) = (database, contexts, flags, time, logger);
        _followers = [.. followers];
        // The loops work for everybody, not for whoever needed them first.
        using var stopped = ExecutionContext.SuppressFlow();
        _loops = Task.WhenAll(Enumerable.Range(0, database.WritersAtOnce).Select(_ => Task.Run(RunAsync)));
    }

    /// <summary>Events that have arrived and are not stored yet.</summary>
    public long Waiting => Interlocked.Read(ref _waiting);

    /// <returns>What became of each event, durably stored.</returns>
    /// <exception cref="ApiException">503: too many events are waiting.</exception>
    public async Task<IReadOnlyList<EventOutcome>> ApplyAsync(int environmentSeq, IReadOnlyList<ReceivedEvent> events)
    {
        var job = new Job(environmentSeq, events);
        var (waiting, bytes) = (
            Interlocked.Add(ref _waiting, events.Count),
            Interlocked.Add(ref _waitingBytes, job.Bytes)
        );
        try
        {
            // One that is larger than everything may wait alone.
            if (waiting - events.Count > MaxWaiting || bytes - job.Bytes > MaxWaitingBytes)
                throw ApiProblem.Overloaded(
                    "More events arrive than can be stored; none of these was stored",
                    ComeAgain
                );
            // Of events, replays alone have an entry in the audit log, and are few.
            if ((CommittedWork.IsAlone || CommittedWork.NextCompanion is not null) && job.TryBegin())
                await RunAsync(environmentSeq, [job]);
            else
                await _jobs.Writer.WriteAsync(job);
            // A browser that is closed does not wait for its events, and means them all the same.
            using var limit = new CancellationTokenSource(_database.Patience.WorkWithin);
            return await job.StoredAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            throw new LostDatabaseException();
        }
        finally
        {
            Interlocked.Add(ref _waiting, -events.Count);
            Interlocked.Add(ref _waitingBytes, -job.Bytes);
        }
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
        var events = 0;
        while (events < MaxGroup && _jobs.Reader.TryRead(out var job))
        {
            if (!job.TryBegin())
                continue;
            group.Add(job);
            events += job.Events.Count;
        }

        return group;
    }

    private async Task RunAsync(int environmentSeq, List<Job> group)
    {
        try
        {
            var outcomes = await ApplyTogetherAsync(environmentSeq, [.. group.SelectMany(static job => job.Events)]);
            var next = 0;
            foreach (var job in group)
            {
                job.Answer([.. outcomes.Skip(next).Take(job.Events.Count)]);
                next += job.Events.Count;
            }
        }
        catch (PoisonException) when (group.Count > 1)
        {
            foreach (var job in group)
                await RunAsync(environmentSeq, [job]);
        }
        catch (PoisonException)
        {
            await SetAsideAsync(environmentSeq, group[0]);
        }
        catch (Exception failure)
        {
            foreach (var job in group)
                job.Fail(failure);
        }
    }

    // One of them cannot be processed, and nobody knows which: each for itself, and that one is stored as failed.
    private async Task SetAsideAsync(int environmentSeq, Job job)
    {
        try
        {
            var outcomes = new List<EventOutcome>();
            foreach (var one in job.Events)
                outcomes.Add(await ApplyAloneAsync(environmentSeq, one));
            job.Answer(outcomes);
        }
        catch (Exception failure)
        {
            job.Fail(failure);
        }
    }

    private async Task<EventOutcome> ApplyAloneAsync(int environmentSeq, ReceivedEvent one)
    {
        try
        {
            return (await ApplyTogetherAsync(environmentSeq, [one]))[0];
        }
        catch (PoisonException poison)
        {
            Log.CannotProcess(_logger, poison.InnerException!);
            return await SetAsideAsync(environmentSeq, one with { Error = Unprocessed });
        }
    }

    private async Task<EventOutcome> SetAsideAsync(int environmentSeq, ReceivedEvent failed)
    {
        try
        {
            return (await ApplyTogetherAsync(environmentSeq, [failed]))[0];
        }
        catch (PoisonException poison)
        {
            // Not even that: it must not keep the others from being answered.
            Log.CannotStore(_logger, poison.InnerException!);
            return new EventOutcome(null, failed.CapturedAt, failed.Error);
        }
    }

    /// <exception cref="PoisonException">
    /// Surely nothing is stored, and the database is not what failed. Whatever is wrong with one event is not to cost
    /// the others anything.
    /// </exception>
    private async Task<IReadOnlyList<EventOutcome>> ApplyTogetherAsync(
        int environmentSeq,
        IReadOnlyList<ReceivedEvent> events
    )
    {
        var isApplied = false;
        AppliedEvents applied;
        using var limit = new CancellationTokenSource(_database.Patience.LongestSilence);
        try
        {
            var snapshot = await _flags.OfAsync(environmentSeq, CancellationToken.None);
            applied = await _database.WriteAsync(
                environmentSeq,
                async (db, token) =>
                {
                    isApplied = false;
                    var writer = new EventWriter(db, _contexts, snapshot, _sightings, _checks, _time.Now());
                    var applied = await writer.ApplyAsync(events, token);
                    isApplied = true;
                    return applied;
                },
                limit.Token
            );
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            throw new LostDatabaseException();
        }
        // A commit that was begun may have succeeded: what is not known to be undone must not run again.
        catch (Exception failure)
            when (!isApplied && failure is not RepeatedRequestException && !DatabaseFailure.IsOutOfReach(failure))
        {
            throw new PoisonException(failure);
        }

        Tell(environmentSeq, applied);
        return applied.Outcomes;
    }

    private void Tell(int environmentSeq, AppliedEvents applied)
    {
        foreach (var found in applied.Found)
            _contexts.Keep(environmentSeq, found.Keys, found.Entity, found.ReadAt);
        foreach (var follower in _followers)
            follower.NoteUsage(environmentSeq, applied.Counted);
        _sightings.Stored(applied.Seen);
        _checks.Stored(environmentSeq, applied.Flags, _time.Now());
    }

    private sealed class Job(int environmentSeq, IReadOnlyList<ReceivedEvent> events)
        : WaitingWrite<IReadOnlyList<EventOutcome>>
    {
        public int EnvironmentSeq => environmentSeq;

        public IReadOnlyList<ReceivedEvent> Events => events;

        public long Bytes { get; } = events.Sum(static one => (long)one.Body.Length);
    }

    private sealed class PoisonException(Exception cause) : Exception(cause.Message, cause);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "An event could not be processed and is set aside as failed")]
        public static partial void CannotProcess(ILogger logger, Exception failure);

        [LoggerMessage(Level = LogLevel.Error, Message = "An event could neither be processed nor stored, and is lost")]
        public static partial void CannotStore(ILogger logger, Exception failure);
    }
}
