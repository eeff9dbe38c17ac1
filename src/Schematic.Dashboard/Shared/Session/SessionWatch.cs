using Schematic.Contracts.Sessions;
using Schematic.Dashboard.Shared.Loading;

namespace Schematic.Dashboard.Shared.Session;

/// <summary>
/// Ends the open pages of sessions that are over, wherever they were ended: asks the API about all of them twice a
/// second, in one question. An API that cannot be reached ends nothing.
/// </summary>
internal sealed partial class SessionWatch(
    OpenCircuits circuits,
    CircuitGate gate,
    SessionValidator validator,
    GatewayFactory gateways,
    TimeProvider time,
    ILogger<SessionWatch> log
) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    private bool _isAway;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await LookAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The console stops, and its pages with it.
        }
    }

    public async Task LookAsync(CancellationToken cancellationToken)
    {
        foreach (var sessions in circuits.Sessions().Chunk(FindEndedSessionsRequestBody.MaxCount))
        {
            foreach (var ended in await AskAsync(sessions, cancellationToken))
            {
                if (circuits.End(ended) is { } member)
                    validator.End(member, SessionHosting.Lifetime);
                _ = gate.CutAsync(ended, time, cancellationToken);
            }
        }
    }

    private async Task<IReadOnlyList<string>> AskAsync(string[] sessions, CancellationToken cancellationToken)
    {
        using var gateway = gateways.Create(sessionToken: null);
        try
        {
            var body = new FindEndedSessionsRequestBody { TokenHashes = sessions };
            var ended = (await gateway.Sessions.FindEndedSessionsAsync(body, cancellationToken)).Data.TokenHashes;
            _isAway = false;
            return ended;
        }
        catch (Exception failure) when (LoadFailure.Explains(failure, cancellationToken))
        {
            if (!_isAway)
                Log.Away(log, failure.Message);
            _isAway = true;
            return [];
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Open pages stay open while their sessions cannot be checked: {Reason}")]
        public static partial void Away(ILogger logger, string reason);
    }
}
