namespace Schematic.Testing.Time;

/// <summary>
/// A clock that stands still until it is told to move. Timers made from it (also those behind <c>Task.Delay</c> and
/// <c>PeriodicTimer</c>) fire while it passes their time, in order, on the thread that moves it.
/// </summary>
public sealed class TestClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<Timer> _timers = [];
    private DateTimeOffset _now = start.ToUniversalTime();

    /// <summary>Starts on an ordinary Friday, away from the ends of a month, a week and a day.</summary>
    public TestClock()
        : this(new DateTimeOffset(2026, 11, 20, 13, 37, 0, TimeSpan.Zero)) { }

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
            return _now;
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        MoveTo(GetUtcNow() + by);
    }

    /// <summary>Moves forward to a time; every timer on the way sees its own time as now.</summary>
    public void MoveTo(DateTimeOffset time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, GetUtcNow());
        while (NextDue(time) is { } due)
            due.Fire();
        lock (_gate)
            _now = time.ToUniversalTime();
    }

    /// <summary>As <see cref="JumpTo"/>, by hours or days: timers of less than a second are many by then.</summary>
    public void Jump(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        JumpTo(GetUtcNow() + by);
    }

    /// <summary>
    /// Moves forward as a machine does that slept: every timer whose time has come fires once, and sees the new time.
    /// </summary>
    public void JumpTo(DateTimeOffset time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, GetUtcNow());
        List<Timer> due;
        lock (_gate)
        {
            _now = time.ToUniversalTime();
            due = _timers.FindAll(timer => timer.DueAt <= _now);
            foreach (var timer in due)
                timer.Rearm(_now);
        }

        foreach (var timer in due)
            timer.Fire();
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private Timer? NextDue(DateTimeOffset until)
    {
        lock (_gate)
        {
            var next = _timers.Where(timer => timer.DueAt <= until).MinBy(timer => timer.DueAt);
            if (next is null)
                return null;
            if (next.DueAt > _now)
                _now = next.DueAt!.Value;
            next.Rearm(next.DueAt!.Value);
            return next;
        }
    }

    private sealed class Timer(TestClock clock, TimerCallback callback, object? state) : ITimer
    {
        private TimeSpan _period = Timeout.InfiniteTimeSpan;

        public DateTimeOffset? DueAt { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._gate)
            {
                _period = period;
                DueAt = dueTime == Timeout.InfiniteTimeSpan ? null : clock._now + dueTime;
                clock._timers.Remove(this);
                if (DueAt is not null)
                    clock._timers.Add(this);
            }

            if (dueTime == TimeSpan.Zero)
                clock.MoveTo(clock.GetUtcNow());
            return true;
        }

        public void Rearm(DateTimeOffset fired)
        {
            DueAt = _period > TimeSpan.Zero ? fired + _period : null;
            if (DueAt is null)
                clock._timers.Remove(this);
        }

        public void Fire() => callback(state);

        public void Dispose()
        {
            lock (clock._gate)
                clock._timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
