namespace Schematic.Api.Persistence.PostgreSql.Replication;

/// <summary>
/// Compares how far primary and replica are, and lets lists use the replica while it is one and can be reached: twenty
/// times a second while the replica does not show everything yet, otherwise once.
/// </summary>
internal sealed partial class ReplicaWatch(
    PostgreSqlDatabase primary,
    Replica replica,
    ReplayProgress progress,
    TimeProvider time,
    ILogger<ReplicaWatch> logger
) : BackgroundService
{
    private static readonly TimeSpan WhileReplaying = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Otherwise = TimeSpan.FromSeconds(1);

    // A replica that keeps being as far behind as it may is not said to be back each time it is a little less.
    private static readonly TimeSpan NoLongerBehind = ReplayProgress.LongestLag / 2;

    private Outage? _outage = Outage.NotSeenYet;

    /// <summary>Why lists are read from the primary only.</summary>
    private enum Outage
    {
        NotSeenYet,
        Unreachable,
        NoReplica,
        Behind,
    }

    /// <summary>Looks once.</summary>
    /// <returns>Whether both servers have answered, and the replica may be read.</returns>
    public async Task<bool> LookAsync(CancellationToken cancellationToken)
    {
        var (askedAt, lastWrite) = (time.GetTimestamp(), progress.LastWrite);
        PrimaryState target;
        try
        {
            target = await PrimaryState.GetAsync(primary, cancellationToken);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Others say that it is away. Lists stay where they are until they might be older than they may be.
            return false;
        }

        progress.Await(target.Position, lastWrite, askedAt);
        try
        {
            await CompareAsync(target, await replica.GetStateAsync(cancellationToken));
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            if (await SuspendAsync(Outage.Unreachable))
                Log.Unreachable(logger, replica.Place, failure.Message);
        }

        return _outage is null;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            if (!await LookAsync(stoppingToken))
                await Task.Delay(Otherwise, stoppingToken);
            else if (progress.IsComplete)
                await progress.WaitForWriteAsync(Otherwise, stoppingToken);
            else
                await Task.Delay(WhileReplaying, stoppingToken);
        }
    }

    private async Task CompareAsync(PrimaryState target, ReplicaState state)
    {
        if (state.Position is not { } position || state.Database != target.Database)
        {
            if (await SuspendAsync(Outage.NoReplica))
                Log.NoReplica(logger, replica.Place);
            return;
        }

        // After a failover a replica may have more of the log than the new primary, and other things in it.
        if (state.Timeline >= target.Timeline)
            progress.Advance(position);
        if (progress.Lag > (_outage == Outage.Behind ? NoLongerBehind : ReplayProgress.LongestLag))
        {
            if (await SuspendAsync(Outage.Behind))
                Log.Behind(logger, replica.Place, ReplayProgress.LongestLag.TotalSeconds);
            return;
        }

        replica.Resume();
        if (_outage is not null)
            Log.InUse(logger, replica.Place);
        _outage = null;
    }

    /// <returns>Whether that is new, and to be said.</returns>
    private async Task<bool> SuspendAsync(Outage outage)
    {
        await replica.SuspendAsync();
        // A replica that is back has to catch up; that is still the same outage.
        if (_outage == outage || (outage == Outage.Behind && _outage is Outage.Unreachable or Outage.NoReplica))
            return false;
        _outage = outage;
        return true;
    }

    private static partial class Log
    {
        [LoggerMessage(
            Level = LogLevel.Warning,
            Message = "The replica {Place} cannot be read, and lists are read from the primary until it can: {Reason}. "
                + "Check that server and ConnectionStrings:SchematicReadOnly"
        )]
        public static partial void Unreachable(ILogger logger, string place, string reason);

        [LoggerMessage(
            Level = LogLevel.Warning,
            Message = "{Place} is not a streaming replica of the database in ConnectionStrings:Schematic, so lists are "
                + "read from the primary. Name a replica in ConnectionStrings:SchematicReadOnly, or remove the setting"
        )]
        public static partial void NoReplica(ILogger logger, string place);

        [LoggerMessage(
            Level = LogLevel.Warning,
            Message = "The replica {Place} is more than {Seconds} seconds behind, and lists are read from the primary "
                + "until it has caught up. pg_stat_replication on the primary says what holds it up"
        )]
        public static partial void Behind(ILogger logger, string place, double seconds);

        [LoggerMessage(Level = LogLevel.Information, Message = "Lists and counts are read from the replica {Place}")]
        public static partial void InUse(ILogger logger, string place);
    }
}
