using Npgsql;

namespace Schematic.Api.Persistence.PostgreSql.Reach;

/// <summary>
/// Asks the database a few times a second, on a connection of its own, whether it is there. The first question without
/// an answer makes it lost; the first answer after that gives all work new connections, for the old ones may be as dead
/// as they were.
/// </summary>
internal sealed partial class DatabaseWatch(
    PostgreSqlDatabase database,
    DatabaseOptions options,
    TimeProvider time,
    ILogger<DatabaseWatch> logger
) : BackgroundService
{
    private static readonly TimeSpan WhileThere = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan WhileLost = TimeSpan.FromMilliseconds(250);

    private readonly string _address = PostgreSqlConnections.Alone(options.ConnectionString).ConnectionString;
    private NpgsqlConnection? _connection;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var lastAnswer = time.Now();
        try
        {
            while (true)
            {
                var asking = AskAsync();
                try
                {
                    var askedAt = time.Now();
                    await asking.WaitAsync(database.Patience.LongestSilence, stoppingToken);
                    lastAnswer = askedAt;
                    NoteAnswer();
                }
                catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
                {
                    GiveUp(asking);
                    if (database.Reach.Lose(lastAnswer))
                        Log.Lost(logger, failure.Message);
                }

                await Task.Delay(database.Reach.IsLost ? WhileLost : WhileThere, stoppingToken);
            }
        }
        finally
        {
            GiveUp(Task.CompletedTask);
        }
    }

    private async Task AskAsync()
    {
        if (_connection is null)
        {
            _connection = new NpgsqlConnection(_address);
            await _connection.OpenAsync(CancellationToken.None);
        }

        await using var question = new NpgsqlCommand("SELECT 1", _connection);
        await question.ExecuteScalarAsync(CancellationToken.None);
    }

    private void NoteAnswer()
    {
        if (!database.Reach.IsLost)
            return;
        database.RenewConnections();
        if (database.Reach.Regain(time.Now()) is { } outage)
            Log.Back(logger, outage.TotalSeconds);
    }

    // What is still asked may end much later, or never.
    private void GiveUp(Task asking)
    {
        if (_connection is not { } connection)
            return;
        _connection = null;
        _ = asking.ContinueWith(
            _ => connection.Dispose(),
            CancellationToken.None,
            TaskContinuationOptions.None,
            TaskScheduler.Default
        );
    }

    private static partial class Log
    {
        [LoggerMessage(
            Level = LogLevel.Error,
            Message = "The database cannot be reached ({Reason}). Until it can, flag checks are answered from memory "
                + "and everything else is refused"
        )]
        public static partial void Lost(ILogger logger, string reason);

        [LoggerMessage(Level = LogLevel.Information, Message = "The database is back, after {Seconds:0.0} seconds")]
        public static partial void Back(ILogger logger, double seconds);
    }
}
