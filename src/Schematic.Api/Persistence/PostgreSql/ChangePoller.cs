using Schematic.Api.Persistence.Changes;

namespace Schematic.Api.Persistence.PostgreSql;

/// <summary>
/// Reads what other instances have changed, when a notification comes and after a while without one, and tells the
/// <see cref="ChangeFeed"/>.
/// </summary>
internal sealed partial class ChangePoller(
    PostgreSqlDatabase database,
    ChangeListener listener,
    ChangeFeed feed,
    ILogger<ChangePoller> logger
) : BackgroundService
{
    private static readonly TimeSpan WhileListening = TimeSpan.FromMilliseconds(800);
    private static readonly TimeSpan WhileNot = TimeSpan.FromMilliseconds(250);
    private bool _isFailing;

    /// <summary>Reads once, and tells of what is new.</summary>
    public async Task PollAsync(CancellationToken cancellationToken)
    {
        await using var db = database.OpenAccount();
        // Not waited for: who takes long to follow must not keep others from hearing of the next change.
        _ = feed.TellAsync(await database.ChangeLog.ReadAsync(db, cancellationToken));
        await database.ChangeLog.TrimAsync(db, cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                await PollAsync(stoppingToken);
                _isFailing = false;
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // What is in memory stays in force until the database is back. Said once, not four times a second.
                if (!_isFailing)
                    Log.CannotPoll(logger, failure.Message);
                _isFailing = true;
            }

            await listener.WaitAsync(listener.IsListening ? WhileListening : WhileNot, stoppingToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            Level = LogLevel.Warning,
            Message = "Whether other instances changed anything could not be asked, and is asked again: {Reason}"
        )]
        public static partial void CannotPoll(ILogger logger, string reason);
    }
}
