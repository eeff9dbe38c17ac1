using Schematic.Contracts.Events;
using Schematic.Dashboard.Shared.Loading;

namespace Schematic.Dashboard.Events.Live;

/// <summary>
/// The live list of one viewer: the newest page of the list with what has arrived since above it. Events that arrive
/// while the list is paused, or held because somebody points at a row, wait. Changes are told a few times a second at
/// most, however many events arrive. Safe for concurrent use.
/// </summary>
public sealed class LiveEvents : IPagedRows<EventDetailResponseData>, IDisposable
{
    public const int MaxRows = 200;

    /// <summary>Shortest time between two changes that are told.</summary>
    public static readonly TimeSpan DrawInterval = TimeSpan.FromMilliseconds(300);

    private readonly Lock _gate = new();
    private readonly IPagedRows<EventDetailResponseData> _stored;
    private readonly Action _changed;
    private readonly ITimer _timer;
    private Func<EventDetailResponseData, bool> _matches = static _ => true;
    private IReadOnlyList<EventDetailResponseData> _arrived = [];
    private IReadOnlyList<EventDetailResponseData> _waiting = [];
    private (object? Arrived, object? Stored, IReadOnlyList<EventDetailResponseData> Rows) _merged = (null, null, []);
    private IDisposable? _watch;
    private bool _isDue;
    private bool _isHeld;

    /// <param name="stored">The newest page of the list.</param>
    /// <param name="changed">Called from any thread.</param>
    internal LiveEvents(IPagedRows<EventDetailResponseData> stored, Action changed, TimeProvider time)
    {
        _stored = stored;
        _changed = changed;
        _timer = time.CreateTimer(_ => Draw(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public EventTailState State { get; private set; }

    /// <summary>Why the tail is interrupted or over; null while it runs.</summary>
    public LoadFailure? Failure { get; private set; }

    public bool IsPaused { get; private set; }

    /// <summary>Number of events that have arrived and are not shown yet.</summary>
    public long WaitingCount { get; private set; }

    /// <summary>Number of events that were left out because too many were stored at once.</summary>
    public long Skipped { get; private set; }

    public bool IsFeed => true;

    public RowTotal Total => default;

    public Load<IReadOnlyList<EventDetailResponseData>> Rows
    {
        get
        {
            lock (_gate)
            {
                // Nothing may be seen once the session is over, not even what was.
                return State == EventTailState.Ended
                    ? Load<IReadOnlyList<EventDetailResponseData>>.Failed(Failure!)
                    : _stored.Rows.Select(Merge);
            }
        }
    }

    public Task ReloadAsync() => _stored.ReloadAsync();

    public Task<long?> CountAsync() => _stored.CountAsync();

    /// <summary>Watches from now on, anew if it watched already.</summary>
    /// <param name="watch">Subscribes to the tail.</param>
    /// <param name="matches">True for events that the list shows.</param>
    internal void Start(Func<Action<EventTailNews>, IDisposable> watch, Func<EventDetailResponseData, bool> matches)
    {
        Stop();
        lock (_gate)
            _matches = matches;
        _watch = watch(Receive);
    }

    /// <summary>Stops watching and forgets what has arrived.</summary>
    public void Stop()
    {
        _watch?.Dispose();
        _watch = null;
        lock (_gate)
        {
            (_arrived, _waiting, WaitingCount, Skipped) = ([], [], 0, 0);
            (State, Failure, IsPaused) = (EventTailState.Connecting, null, false);
        }
    }

    public void Pause() => IsPaused = true;

    /// <summary>Shows what has arrived meanwhile and goes on.</summary>
    public void Resume()
    {
        IsPaused = false;
        ShowWaiting();
    }

    /// <summary>Puts the events that wait on top of the list.</summary>
    public void ShowWaiting()
    {
        lock (_gate)
        {
            _arrived = Newest([.. _waiting, .. _arrived]);
            (_waiting, WaitingCount) = ([], 0);
        }
    }

    public void Hold(bool isHeld)
    {
        lock (_gate)
        {
            _isHeld = isHeld;
            if (!isHeld && WaitingCount > 0)
                DrawSoon();
        }
    }

    public void Dispose()
    {
        _watch?.Dispose();
        _timer.Dispose();
    }

    private void Receive(EventTailNews news)
    {
        lock (_gate)
        {
            var isChanged = (State, Failure) != (news.State, news.Failure) || news.Skipped > 0;
            (State, Failure) = (news.State, news.Failure);
            Skipped += news.Skipped;
            var matching = news.Events.Where(_matches).ToList();
            if (matching.Count > 0)
            {
                _waiting = Newest([.. matching, .. _waiting]);
                WaitingCount += matching.Count;
            }

            if (isChanged || matching.Count > 0)
                DrawSoon();
        }
    }

    private void DrawSoon()
    {
        if (_isDue)
            return;
        _isDue = true;
        _timer.Change(DrawInterval, Timeout.InfiniteTimeSpan);
    }

    private void Draw()
    {
        lock (_gate)
        {
            _isDue = false;
            if (!IsPaused && !_isHeld)
                ShowWaiting();
        }

        _changed();
    }

    // An event can be in the page of the list and in the tail.
    private IReadOnlyList<EventDetailResponseData> Merge(IReadOnlyList<EventDetailResponseData> stored)
    {
        if (!ReferenceEquals(_merged.Arrived, _arrived) || !ReferenceEquals(_merged.Stored, stored))
            _merged = (_arrived, stored, Newest([.. _arrived, .. stored]));
        return _merged.Rows;
    }

    private static IReadOnlyList<EventDetailResponseData> Newest(IEnumerable<EventDetailResponseData> events) =>
        [.. events.DistinctBy(static recorded => recorded.Id).Take(MaxRows)];
}
