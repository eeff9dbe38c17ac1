using Schematic.Api.Authentication;
using Schematic.Testing.Time;

namespace Schematic.Api.Tests.Authentication;

public sealed class AttemptWindowsTests
{
    private readonly TestClock _clock = new();

    [Fact]
    public void A_key_beyond_its_limit_waits_for_the_end_of_its_minute()
    {
        var windows = new AttemptWindows(2, _clock);
        Assert.Null(windows.Enter("a"));
        _clock.Advance(TimeSpan.FromSeconds(20));
        Assert.Null(windows.Enter("a"));

        Assert.Equal(TimeSpan.FromSeconds(40), windows.Enter("a"));
        Assert.Null(windows.Enter("b"));
        _clock.Advance(TimeSpan.FromSeconds(40));

        Assert.Null(windows.Enter("a"));
    }

    [Fact]
    public void An_attempt_that_is_given_back_does_not_count()
    {
        var windows = new AttemptWindows(1, _clock);
        windows.Enter("a");

        windows.GiveBack("a");

        Assert.Null(windows.Enter("a"));
        Assert.NotNull(windows.Enter("a"));
    }

    [Fact]
    public void Made_up_keys_never_fill_the_memory_and_leave_with_their_minute()
    {
        var windows = new AttemptWindows(1, _clock, capacity: 100);
        for (var i = 0; i < 10_000; i++)
            windows.Enter($"{i}");

        Assert.Equal(100, windows.Count);
        Assert.NotNull(windows.Enter("9999"));
        Assert.Equal(100, windows.Count);
        _clock.Advance(TimeSpan.FromMinutes(1));
        windows.Enter("one");
        Assert.Equal(1, windows.Count);
    }
}
