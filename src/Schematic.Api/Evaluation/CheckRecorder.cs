using System.Diagnostics.Metrics;
using Schematic.Api.Persistence;

namespace Schematic.Api.Evaluation;

/// <summary>
/// Records checks as events, when flags were last checked, and which flags are asked for that do not exist: together,
/// once a second, so that no check waits for a database. In a flood an even sample becomes events and the rest is
/// counted as lost; a process that is killed loses what came since the last time.
/// </summary>
internal sealed partial class CheckRecorder : BackgroundService
{
    public const string MeterName = "Schematic.Api";

    /// <summary>How many checks of a second become events.</summary>
    public const int EventsAtOnce = 1000;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly IDatabase _database;
    private readonly TimeProvider _time;
    private readonly ILogger<CheckRecorder> _logger;
    private readonly Counter<long> _recorded;
    private readonly Counter<long> _lost;
    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly LastCheckedThrottle _noted = new();
    private CheckBatch _batch = new();

    public CheckRecorder(IDatabase database, TimeProvider time, IMeterFactory meters, ILogger<CheckRecorder> logger)
    {
        (_database, _time, _logger) = (database, time, logger);
        var meter = meters.Create(MeterName);
        _recorded = meter.CreateCounter<long>(
            "schematic.flag_checks.recorded",
            description: "Checks that were recorded as events."
        );
        _lost = meter.CreateCounter<long>(
            "schematic.flag_checks.lost",
            description: "Checks that were answered and not recorded."
        );
    }

    public void Record(CheckRecord check)
    {
        lock (_gate)
        {
            if (check.FlagSeq is { } flagSeq)
                NoteChecked(check.EnvironmentSeq, flagSeq, check.At);
            else
                _batch.FlagsOf(check.EnvironmentSeq).AddUnknown(check.Answer.Flag, check.Company, check.User, check.At);
            Sample(check);
        }
    }

    /// <summary>A check of all flags is an event of none of them: kept is only that they were checked.</summary>
    public void RecordAll(int environmentSeq, FlagSnapshot snapshot)
    {
        var now = _time.Now();
        lock (_gate)
        {
            if (!_noted.Note(environmentSeq, snapshot, now))
                return;
            foreach (var flag in snapshot.All)
                NoteChecked(environmentSeq, flag.Seq, now);
        }
    }

    /// <summary>
    /// Writes what has come together, after what is being written. What cannot be written, or not before it is
    /// cancelled, is lost, and counted.
    /// </summary>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            await WriteAsync(Take(), cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            await FlushAsync(cancellationToken);
        }
        catch (OperationCanceledException cancelled)
        {
            // The flush before is still writing, and there is no more time.
            var left = Take();
            _lost.Add(left.Lost);
            Lose(left.Events.Count, cancelled);
        }
    }

    public override void Dispose()
    {
        _turn.Dispose();
        base.Dispose();
    }

    // What a flush has taken it writes to the end, also when the server is told to stop meanwhile: the last flush
    // cannot know of it.
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, _time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await FlushAsync(CancellationToken.None);
    }

    private CheckBatch Take()
    {
        lock (_gate)
        {
            _noted.Forget(_time.Now());
            var batch = _batch;
            _batch = new CheckBatch();
            return batch;
        }
    }

    private async Task WriteAsync(CheckBatch batch, CancellationToken cancellationToken)
    {
        foreach (var environmentSeq in batch.Environments)
        {
            try
            {
                _recorded.Add(await _database.WriteAsync(environmentSeq, batch.WriteAsync, cancellationToken));
            }
            catch (Exception failure)
            {
                Lose(batch.Events.Count(check => check.EnvironmentSeq == environmentSeq), failure);
            }
        }

        _lost.Add(batch.Lost);
    }

    private void Lose(int checks, Exception failure)
    {
        _lost.Add(checks);
        // That the database is lost was said once, by whoever watches it.
        if (failure is not LostDatabaseException)
            Log.CannotWrite(_logger, failure.Message);
    }

    private void NoteChecked(int environmentSeq, int flagSeq, DateTimeOffset at)
    {
        if (_noted.Note(environmentSeq, flagSeq, at))
            _batch.FlagsOf(environmentSeq).Add(flagSeq, at);
    }

    // Reservoir sampling (Vitter's algorithm R): each check of the second has the same chance to become an event.
    private void Sample(CheckRecord check)
    {
        _batch.Seen++;
        if (_batch.Events.Count < EventsAtOnce)
        {
            _batch.Events.Add(check);
            return;
        }

        _batch.Lost++;
        var place = Random.Shared.NextInt64(_batch.Seen);
        if (place < EventsAtOnce)
            _batch.Events[(int)place] = check;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Checks of a second could not be recorded: {Reason}")]
        public static partial void CannotWrite(ILogger logger, string reason);
    }
}
