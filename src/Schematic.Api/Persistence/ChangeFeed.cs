using Microsoft.EntityFrameworkCore;

namespace Schematic.Api.Persistence;

/// <summary>
/// Tells whoever holds something in memory what has changed: what this process commits, before it is answered; what
/// other instances commit, within a second, by asking for the <see cref="ChangeCounterRow"/>s. See docs/adr/0009.
/// </summary>
internal sealed partial class ChangeFeed : BackgroundService
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(400);

    private readonly IDatabase _database;
    private readonly ILogger<ChangeFeed> _logger;

    // By name, the newest version that has been told of.
    private readonly Dictionary<string, long> _told = new(StringComparer.Ordinal);
    private readonly Lock _telling = new();

    public ChangeFeed(IDatabase database, ILogger<ChangeFeed> logger)
    {
        (_database, _logger) = (database, logger);
        database.Committed += Tell;
    }

    /// <summary>Handlers must be quick and must not throw.</summary>
    public event Action<CommittedChanges>? Changed;

    /// <summary>
    /// Tells of the counters that grew since they were last told of: by another instance, for those that this one grows
    /// are told already.
    /// </summary>
    public async Task PollAsync(CancellationToken cancellationToken)
    {
        Dictionary<string, long> versions;
        await using (var db = _database.OpenAccount())
            versions = await db.ChangeCounters.ToDictionaryAsync(
                static row => row.Name,
                static row => row.Version,
                cancellationToken
            );
        var changes = new CommittedChanges();
        lock (_telling)
        {
            foreach (var (name, version) in versions)
            {
                if (version > _told.GetValueOrDefault(name))
                    changes.Counters.Add(name, version);
            }
        }

        if (changes.Counters.Count > 0)
            Tell(changes);
    }

    public override void Dispose()
    {
        _database.Committed -= Tell;
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
                await PollAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // What is in memory stays in force until the database is back.
                Log.CannotPoll(_logger, failure.Message);
            }
        }
    }

    private void Tell(CommittedChanges changes)
    {
        lock (_telling)
        {
            foreach (var (name, version) in changes.Counters)
                _told[name] = Math.Max(version, _told.GetValueOrDefault(name));
        }

        Changed?.Invoke(changes);
    }

    private static partial class Log
    {
        [LoggerMessage(
            Level = LogLevel.Warning,
            Message = "Whether other instances changed anything could not be asked: {Reason}"
        )]
        public static partial void CannotPoll(ILogger logger, string reason);
    }
}
