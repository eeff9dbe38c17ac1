using Schematic.Testing.Time;

namespace Schematic.Testing.Tests.Time;

public sealed class TestClockTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    private readonly TestClock _clock = new(Noon);

    [Fact]
    public void It_stands_still_until_it_is_moved()
    {
        var before = _clock.GetTimestamp();

        _clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(Noon.AddMinutes(5), _clock.GetUtcNow());
        Assert.Equal(TimeSpan.FromMinutes(5), _clock.GetElapsedTime(before));
    }

    [Fact]
    public void It_never_goes_back() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => _clock.MoveTo(Noon.AddTicks(-1)));

    [Fact]
    public async Task A_delay_ends_when_its_time_has_passed_and_not_before()
    {
        var delay = Task.Delay(TimeSpan.FromSeconds(10), _clock, TestContext.Current.CancellationToken);

        _clock.Advance(TimeSpan.FromSeconds(9.999));
        Assert.False(delay.IsCompleted);
        _clock.Advance(TimeSpan.FromMilliseconds(1));

        await delay;
    }

    [Fact]
    public void Timers_fire_in_the_order_of_their_times_and_see_them()
    {
        var fired = new List<(string, DateTimeOffset)>();
        using var late = _clock.CreateTimer(
            _ => fired.Add(("late", _clock.GetUtcNow())),
            null,
            TimeSpan.FromSeconds(25),
            Timeout.InfiniteTimeSpan
        );
        using var every = _clock.CreateTimer(
            _ => fired.Add(("every", _clock.GetUtcNow())),
            null,
            TimeSpan.FromSeconds(10),
            TimeSpan.FromSeconds(10)
        );

        _clock.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal(
            [
                ("every", Noon.AddSeconds(10)),
                ("every", Noon.AddSeconds(20)),
                ("late", Noon.AddSeconds(25)),
                ("every", Noon.AddSeconds(30)),
            ],
            fired
        );
    }

    [Fact]
    public void A_jump_fires_each_timer_once_at_the_new_time()
    {
        var fired = new List<(string Name, DateTimeOffset At)>();
        using var once = _clock.CreateTimer(
            _ => fired.Add(("once", _clock.GetUtcNow())),
            null,
            TimeSpan.FromSeconds(25),
            Timeout.InfiniteTimeSpan
        );
        using var every = _clock.CreateTimer(
            _ => fired.Add(("every", _clock.GetUtcNow())),
            null,
            TimeSpan.FromSeconds(10),
            TimeSpan.FromSeconds(10)
        );

        _clock.JumpTo(Noon.AddDays(1));
        Assert.Equal([("once", Noon.AddDays(1)), ("every", Noon.AddDays(1))], fired);
        _clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(("every", Noon.AddDays(1).AddSeconds(10)), fired[^1]);
        Assert.Equal(3, fired.Count);
    }

    [Fact]
    public void A_stopped_timer_does_not_fire()
    {
        var fired = 0;
        var disposed = _clock.CreateTimer(_ => fired++, null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
        using var changed = _clock.CreateTimer(_ => fired++, null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));

        disposed.Dispose();
        changed.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(0, fired);
    }
}
