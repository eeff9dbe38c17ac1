using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Schematic.Dashboard.Shared.Ui.Text;
using Schematic.Testing.Time;

namespace Schematic.Dashboard.Tests.Shared.Ui.Text;

public sealed class RelativeTimeTests : BunitContext
{
    private readonly TestClock _clock = new();

    public RelativeTimeTests() => Services.AddSingleton<TimeProvider>(_clock);

    [Fact]
    public void It_says_how_long_ago_and_when_exactly()
    {
        var value = new DateTimeOffset(2026, 11, 20, 14, 37, 0, TimeSpan.FromHours(5));
        var time = Render<RelativeTime>(parameters => parameters.Add(static part => part.Value, value)).Find("time");

        Assert.Equal("4 hours ago", time.TextContent);
        Assert.Equal("2026-11-20T09:37:00Z", time.GetAttribute("datetime"));
        Assert.Equal("Fri 20 Nov 2026, 09:37:00 UTC", time.GetAttribute("title"));
    }

    [Fact]
    public void What_never_was_says_so()
    {
        var time = Render<RelativeTime>(static parameters => parameters.Add(static part => part.Never, "Not yet"));

        Assert.Equal("Not yet", time.Find("span").TextContent);
    }
}
