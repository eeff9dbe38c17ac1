using System.Threading.Channels;
using Npgsql;

namespace Schematic.Api.Persistence.PostgreSql;

/// <summary>
/// Wakes the instances that poll the <see cref="ChangeLog"/>, by LISTEN and NOTIFY. Whoever commits is not made to
/// notify: a transaction that does holds a lock of the whole database while it commits, and its writers would wait for
/// each other. One notification after the commits of some milliseconds does the same; if it is lost with its process,
/// the next poll finds the change.
/// </summary>
internal sealed partial class ChangeListener(
    DatabaseOptions options,
    PostgreSqlDatabase database,
    ILogger<ChangeListener> logger
) : BackgroundService
{
    private const string ChannelName = "schematic_changes";
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Reconnecting = TimeSpan.FromSeconds(1);

    private readonly Channel<byte> _woken = NewSignal();
    private volatile bool _isListening;

    /// <summary>False while notifications do not arrive here, so that only polling tells of changes.</summary>
    public bool IsListening => _isListening;

    /// <summary>Waits for a notification of another instance, or until <paramref name="atMost"/> has passed.</summary>
    public async Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(atMost);
        try
        {
            await _woken.Reader.ReadAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested) { }
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(NotifyAsync(stoppingToken), ListenAsync(stoppingToken));

    private async Task NotifyAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await database.AppendedAsync(stoppingToken);
            try
            {
                await database.NotifyAsync(ChannelName, stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                Log.CannotNotify(logger, failure.Message);
            }

            await Task.Delay(Gathering, stoppingToken);
        }
    }

    private async Task ListenAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                await ListenOnceAsync(stoppingToken);
                return;
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                _isListening = false;
                Log.CannotListen(logger, failure.Message);
            }

            await Task.Delay(Reconnecting, stoppingToken);
        }
    }

    /// <summary>Returns only if notifications cannot reach this address.</summary>
    private async Task ListenOnceAsync(CancellationToken stoppingToken)
    {
        var address = PostgreSqlConnections.Alone(options.DirectConnectionString ?? options.ConnectionString);
        // A connection that died without a word is noticed by this.
        address.KeepAlive = 10;
        await using var connection = new NpgsqlConnection(address.ToString());
        await connection.OpenAsync(stoppingToken);
        if (await PostgreSqlDatabase.IsPooledAsync(connection, stoppingToken))
        {
            Log.Pooled(logger);
            return;
        }

        connection.Notification += (_, notification) =>
        {
            if (notification.Payload != database.InstanceName)
                _woken.Writer.TryWrite(0);
        };
        await using (var listen = new NpgsqlCommand($"LISTEN {ChannelName}", connection))
            await listen.ExecuteNonQueryAsync(stoppingToken);
        _isListening = true;
        // What was told while nobody listened.
        _woken.Writer.TryWrite(0);
        while (true)
            await connection.WaitAsync(stoppingToken);
    }

    internal static Channel<byte> NewSignal() =>
        Channel.CreateBounded<byte>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private static partial class Log
    {
        [LoggerMessage(
            Level = LogLevel.Warning,
            Message = "Other instances could not be told of a change at once; their next poll finds it: {Reason}"
        )]
        public static partial void CannotNotify(ILogger logger, string reason);

        [LoggerMessage(
            Level = LogLevel.Warning,
            Message = "Notifications of other instances are not received for now; their changes are polled: {Reason}"
        )]
        public static partial void CannotListen(ILogger logger, string reason);

        [LoggerMessage(
            Level = LogLevel.Information,
            Message = "A pooler before the database passes no notifications on, so changes of others are polled. "
                + "Name the database's own address in ConnectionStrings:SchematicDirect to see them sooner"
        )]
        public static partial void Pooled(ILogger logger);
    }
}
