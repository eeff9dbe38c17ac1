using Bunit;
using Microsoft.AspNetCore.Components;
using Schematic.Dashboard.Events.Live;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Tests.Rendering;

namespace Schematic.Dashboard.Tests.Events.Live;

public sealed class LiveBarTests : ConsoleContext
{
    private Action<EventTailNews> _push = static _ => { };

    [Fact]
    public void It_waits_for_the_first_event_and_is_live_then()
    {
        var bar = Show();
        Assert.Equal("Waiting for the first event…", bar.Find(".live-state").TextContent);

        _push(EventTailNews.Live);
        bar.Render();

        Assert.Equal("Live. New events appear on top.", bar.Find(".live-state").TextContent);
    }

    [Fact]
    public void It_says_how_many_events_were_skipped()
    {
        var bar = Show();
        _push(new(EventTailState.Live, [], Skipped: 3120));
        bar.Render();

        Assert.StartsWith("3,120 skipped", bar.Find(".live-note").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void It_says_that_it_reconnects_and_why()
    {
        var bar = Show();
        _push(EventTailNews.Interrupted(new LoadFailure { Title = "Away", Message = "The store is away." }));
        bar.Render();

        Assert.Equal("Reconnecting… The store is away.", bar.Find(".live-state").TextContent);
        Assert.NotNull(bar.Find(".live-warning"));
    }

    private IRenderedComponent<LiveBar> Show()
    {
        var feed = new LiveEvents(
            new RowsInMemory<Schematic.Contracts.Events.EventDetailResponseData>(
                [],
                new Schematic.Dashboard.Events.EventsListQuery()
            ),
            static () => { },
            Clock
        );
        feed.Start(
            receive =>
            {
                _push = receive;
                return feed;
            },
            static _ => true
        );
        return Render<LiveBar>(bar =>
            bar.Add(static bar => bar.Feed, feed).Add(static bar => bar.Changed, EventCallback.Empty)
        );
    }
}
