using System.Net;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Session;
using Schematic.Gateway.Http;

namespace Schematic.Dashboard.Events.Live;

/// <summary>
/// The live tail of one environment. While anybody watches, one loop asks the API for what is new and pushes it to all
/// viewers; it ends shortly after the last has left. The loop asks in the name of any viewer whose session still
/// stands, and pushes to nobody whose session does not.
/// </summary>
internal sealed partial class EventTail(
    EventTailSource source,
    SessionValidator sessions,
    TimeProvider time,
    ILogger log
) : IDisposable
{
    /// <summary>How long the loop outlives its last viewer: a page that is reloaded finds it running.</summary>
    public static readonly TimeSpan Linger = TimeSpan.FromSeconds(5);

    /// <summary>Shortest time between two calls: a flood of events is read in batches.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(300);

    /// <summary>Wait after the first failure; each further one waits twice as long.</summary>
    public static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);

    public static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(15);

    private readonly Lock _gate = new();
    private readonly List<Viewer> _viewers = [];
    private CancellationTokenSource? _running;
    private ITimer? _lingering;
    private EventTailNews _state = EventTailNews.Connecting;

    public IDisposable Add(SignedInMember member, Action<EventTailNews> receive)
    {
        var viewer = new Viewer(this, member, receive);
        lock (_gate)
        {
            _lingering?.Dispose();
            if (_running is null)
            {
                _running = new();
                _state = EventTailNews.Connecting;
                var token = _running.Token;
                // Not in the circuit of whoever happens to come first.
                _ = Task.Run(() => RunAsync(token), token);
            }

            receive(_state);
            _viewers.Add(viewer);
        }

        return viewer;
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _viewers.Clear();
            Stop();
        }
    }

    private async Task RunAsync(CancellationToken token)
    {
        var place = new Place(null, FirstPause);
        while (!token.IsCancellationRequested)
        {
            try
            {
                place = await StepAsync(place, token);
            }
            catch (Exception failure) when (!token.IsCancellationRequested)
            {
                await InterruptAsync(failure, place.Pause, token);
                var pause = place.Pause * 2 < LongestPause ? place.Pause * 2 : LongestPause;
                // A cursor that the API no longer knows would be refused for ever.
                place = new(
                    failure is GatewayException { Status: HttpStatusCode.BadRequest } ? null : place.Cursor,
                    pause
                );
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task<Place> StepAsync(Place place, CancellationToken token)
    {
        if (await FindReaderAsync(token) is { } reader)
        {
            try
            {
                var answer = await source.ReadAsync(reader, place.Cursor, token);
                place = new(answer.Cursor, FirstPause);
                await TellAsync(new(EventTailState.Live, answer.Events, answer.Skipped), token);
            }
            catch (GatewayException ended) when (ended.Status == HttpStatusCode.Unauthorized)
            {
                End(reader);
            }
        }

        await WaitAsync(Interval, token);
        return place;
    }

    private async Task InterruptAsync(Exception exception, TimeSpan pause, CancellationToken token)
    {
        var failure = LoadFailure.FromException(exception);
        if (!LoadFailure.Explains(exception, token))
            Log.Failed(log, exception);
        await TellAsync(EventTailNews.Interrupted(failure), token);
        await WaitAsync(failure.RetryAfter ?? pause, token);
    }

    private async Task<SignedInMember?> FindReaderAsync(CancellationToken token)
    {
        foreach (var viewer in Viewers())
        {
            if (await StandsAsync(viewer, token))
                return viewer.Member;
        }

        return null;
    }

    private async Task TellAsync(EventTailNews news, CancellationToken token)
    {
        lock (_gate)
            _state = news with { Events = [], Skipped = 0 };
        await Task.WhenAll(
            Viewers()
                .Select(async viewer =>
                {
                    if (await StandsAsync(viewer, token))
                        viewer.Receive(news);
                })
        );
    }

    private async Task<bool> StandsAsync(Viewer viewer, CancellationToken token)
    {
        if (await sessions.IsValidAsync(viewer.Member, token))
            return true;
        End(viewer.Member);
        return false;
    }

    private void End(SignedInMember member)
    {
        foreach (var viewer in Viewers().Where(viewer => viewer.Member.Token == member.Token))
        {
            viewer.Receive(EventTailNews.Ended);
            Remove(viewer);
        }
    }

    private void Remove(Viewer viewer)
    {
        lock (_gate)
        {
            if (_viewers.Remove(viewer) && _viewers.Count == 0 && _running is not null)
            {
                _lingering?.Dispose();
                _lingering = time.CreateTimer(_ => StopIfUnwatched(), null, Linger, Timeout.InfiniteTimeSpan);
            }
        }
    }

    private void StopIfUnwatched()
    {
        lock (_gate)
        {
            if (_viewers.Count == 0)
                Stop();
        }
    }

    private void Stop()
    {
        _running?.Cancel();
        _running?.Dispose();
        _running = null;
        _lingering?.Dispose();
    }

    private IReadOnlyList<Viewer> Viewers()
    {
        lock (_gate)
            return [.. _viewers];
    }

    private async Task WaitAsync(TimeSpan wait, CancellationToken token) =>
        await Task.Delay(wait, time, token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    /// <summary>Progress of the loop.</summary>
    /// <param name="Pause">Wait after the next failure.</param>
    private sealed record Place(string? Cursor, TimeSpan Pause);

    private sealed class Viewer(EventTail tail, SignedInMember member, Action<EventTailNews> receive) : IDisposable
    {
        private readonly Lock _gate = new();
        private bool _isGone;

        public SignedInMember Member => member;

        public void Receive(EventTailNews news)
        {
            lock (_gate)
            {
                if (!_isGone)
                    receive(news);
                _isGone |= news.State == EventTailState.Ended;
            }
        }

        public void Dispose()
        {
            lock (_gate)
                _isGone = true;
            tail.Remove(this);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The live tail of events failed and is tried again.")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
