using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Schematic.Api.Flags;
using Schematic.Api.Flags.Rules;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Sql;

namespace Schematic.Api.Evaluation;

/// <summary>
/// The flags of each environment, held in memory until they change: a change made here is seen by the next check, one made by
/// another instance within a second, which is how often this one asks.
/// </summary>
internal sealed partial class FlagSnapshots : BackgroundService
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(400);

    private readonly IDatabase _database;
    private readonly ILogger<FlagSnapshots> _logger;

    // A task stays in here while it loads, so that a change which comes meanwhile can take it out: who asks later loads anew.
    private readonly ConcurrentDictionary<int, Task<FlagSnapshot>> _snapshots = new();

    public FlagSnapshots(IDatabase database, ILogger<FlagSnapshots> logger)
    {
        _database = database;
        _logger = logger;
        database.Committed += Forget;
    }

    public ValueTask<FlagSnapshot> OfAsync(int environmentSeq, CancellationToken cancellationToken)
    {
        var snapshot = _snapshots.GetOrAdd(environmentSeq, LoadAsync);
        return new ValueTask<FlagSnapshot>(
            snapshot.IsCompletedSuccessfully ? snapshot : WaitAsync(environmentSeq, snapshot, cancellationToken)
        );
    }

    public override void Dispose()
    {
        _database.Committed -= Forget;
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!_database.IsShared)
            return;
        using var timer = new PeriodicTimer(PollInterval);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await ForgetWhatOthersChangedAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // What is in memory stays in force until the database is back.
                Log.CannotAsk(_logger, failure.Message);
            }
        }
    }

    private async Task<FlagSnapshot> WaitAsync(
        int environmentSeq,
        Task<FlagSnapshot> snapshot,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await snapshot.WaitAsync(cancellationToken);
        }
        catch when (snapshot.IsFaulted)
        {
            _snapshots.TryRemove(new(environmentSeq, snapshot));
            throw;
        }
    }

    // For everyone who waits, and so not to be cancelled by any one of them.
    private async Task<FlagSnapshot> LoadAsync(int environmentSeq)
    {
        await using var db = _database.Open(environmentSeq);
        var version = await FlagChanges.VersionAsync(db, CancellationToken.None);
        var flags = await FlagReader.EveryFlagAsync(db, CancellationToken.None);
        return new FlagSnapshot(
            version,
            [.. flags.Select(static flag => new SnapshotFlag(flag.Flag.Seq, flag.Prepare()))]
        );
    }

    private void Forget(CommittedChanges changes)
    {
        if (changes.Counters.Count == 0)
            return;
        foreach (var environmentSeq in _snapshots.Keys)
        {
            if (
                changes.Counters.Contains(FlagChanges.OfAccount)
                || changes.Counters.Contains(FlagChanges.CounterOf(environmentSeq))
            )
                _snapshots.TryRemove(environmentSeq, out _);
        }
    }

    private async Task ForgetWhatOthersChangedAsync(CancellationToken cancellationToken)
    {
        var held = _snapshots.ToArray();
        if (held.Length == 0)
            return;
        await using var db = _database.Open(0);
        var versions = await db
            .ChangeCounters.Where(row => row.Name.StartsWith(FlagChanges.OfAccount))
            .ToDictionaryAsync(row => row.Name, row => row.Version, cancellationToken);
        foreach (var (environmentSeq, snapshot) in held)
        {
            var version =
                versions.GetValueOrDefault(FlagChanges.OfAccount)
                + versions.GetValueOrDefault(FlagChanges.CounterOf(environmentSeq));
            // One that still loads is looked at the next time.
            if (snapshot.IsCompletedSuccessfully && (await snapshot).Version != version)
                _snapshots.TryRemove(new(environmentSeq, snapshot));
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            Level = LogLevel.Warning,
            Message = "Whether flags have changed elsewhere could not be asked: {Reason}"
        )]
        public static partial void CannotAsk(ILogger logger, string reason);
    }
}
