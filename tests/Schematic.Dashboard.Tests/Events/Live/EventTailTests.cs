using System.Net;
using Schematic.Dashboard.Events.Live;
using Schematic.Testing.Http;

namespace Schematic.Dashboard.Tests.Events.Live;

public sealed class EventTailTests : EventTailContext
{
    [Fact]
    public async Task Two_viewers_share_one_loop_and_both_see_what_it_brings()
    {
        var (ada, ben) = (Watch(Ada), Watch(Ben));
        await PolledAsync(1);

        Answer(FakeApi.Data(EventSamples.Tail("c1", EventSamples.Track()) with { Skipped = 3120 }));
        await PolledAsync(2);

        Assert.Equal(["evt_1"], ada.Events);
        Assert.Equal(["evt_1"], ben.Events);
        Assert.Equal((EventTailState.Live, 3120L), (ben.Last.State, ben.Skipped));
        Assert.Equal(["ada-token", "ada-token"], Polls.Select(static poll => poll.Headers["X-Schematic-Session"]));
        Assert.Contains(("after", "c1"), Polls[1].Parameters);
        Assert.Empty(Polls[0].Parameters);
    }

    [Fact]
    public async Task Environments_have_tails_of_their_own()
    {
        Watch(Ada);
        Watch(Ada, "env_2");
        await PolledAsync(2);

        Assert.Equal(
            ["env_1", "env_2"],
            Polls.Select(static poll => poll.Headers["X-Schematic-Environment-Id"]).Order()
        );
    }

    [Fact]
    public async Task The_loop_ends_shortly_after_the_last_viewer_has_left()
    {
        var (ada, ben) = (Watch(Ada), Watch(Ben));
        await PolledAsync(1);

        ada.Dispose();
        Clock.Advance(EventTail.Linger);
        Assert.False(IsCancelled);
        ben.Dispose();
        Clock.Advance(EventTail.Linger - TimeSpan.FromMilliseconds(1));
        Assert.False(IsCancelled);
        Clock.Advance(TimeSpan.FromMilliseconds(1));

        await UntilAsync("the call to be cancelled", () => IsCancelled);
        Watch(Ada);
        await PolledAsync(2);
    }

    [Fact]
    public async Task A_page_that_is_reloaded_finds_the_loop_running()
    {
        var first = Watch(Ada);
        await PolledAsync(1);
        first.Dispose();
        Clock.Advance(EventTail.Linger - TimeSpan.FromSeconds(1));
        var again = Watch(Ada);
        Clock.Advance(EventTail.Linger);

        Assert.False(IsCancelled);
        Answer(FakeApi.Data(EventSamples.Tail("c1", EventSamples.Track())));
        await UntilAsync("the event to arrive", () => again.Events.Count == 1);
    }

    [Fact]
    public async Task A_failure_is_told_and_each_further_one_waits_longer()
    {
        var ada = Watch(Ada);
        await PolledAsync(1);
        Answer(FakeApi.Error(HttpStatusCode.InternalServerError, "The store is away."));
        await UntilAsync("the failure to be told", () => ada.Last.State == EventTailState.Reconnecting);
        Assert.Equal("The store is away.", ada.Last.Failure!.Message);

        await WaitedAsync(EventTail.FirstPause, polls: 2);
        Answer(FakeApi.Error(HttpStatusCode.InternalServerError, "The store is away."));
        await WaitedAsync(EventTail.FirstPause * 2, polls: 3);
        Answer(FakeApi.Data(EventSamples.Tail("c1")));

        await UntilAsync("the tail to be live", () => ada.Last.State == EventTailState.Live);
        await PolledAsync(4);
        Answer(FakeApi.Error(HttpStatusCode.InternalServerError, "The store is away."));
        await WaitedAsync(EventTail.FirstPause, polls: 5);
        Assert.Contains(("after", "c1"), Polls[4].Parameters);
    }

    [Fact]
    public async Task A_cursor_that_the_api_refuses_is_dropped()
    {
        Watch(Ada);
        await PolledAsync(1);
        Answer(FakeApi.Data(EventSamples.Tail("c1")));
        await PolledAsync(2);
        Answer(FakeApi.Error(HttpStatusCode.BadRequest, "after is no cursor.", "after"));

        await PolledAsync(3);

        Assert.Empty(Polls[2].Parameters);
    }

    [Fact]
    public async Task Whose_session_has_ended_sees_nothing_more_and_the_others_go_on()
    {
        var (ada, ben) = (Watch(Ada), Watch(Ben));
        await PolledAsync(1);
        Sessions.End(Ada, TimeSpan.FromDays(1));

        Answer(FakeApi.Data(EventSamples.Tail("c1", EventSamples.Track())));
        await PolledAsync(2);

        Assert.Empty(ada.Events);
        Assert.True(ada.Last is { State: EventTailState.Ended, Failure.IsSessionEnded: true });
        Assert.Equal(["evt_1"], ben.Events);
        Assert.Equal("ben-token", Polls[1].Headers["X-Schematic-Session"]);
    }

    [Fact]
    public async Task The_loop_goes_on_in_the_name_of_another_where_the_api_ends_a_session()
    {
        var (ada, ben) = (Watch(Ada), Watch(Ben));
        await PolledAsync(1);
        Answer(FakeApi.Error(HttpStatusCode.Unauthorized, "This session has ended."));

        await PolledAsync(2);

        Assert.Equal(EventTailState.Ended, ada.Last.State);
        Assert.NotEqual(EventTailState.Reconnecting, ben.Last.State);
        Assert.Equal("ben-token", Polls[1].Headers["X-Schematic-Session"]);
    }

    [Fact]
    public async Task A_late_viewer_learns_at_once_how_the_tail_is_doing()
    {
        var ada = Watch(Ada);
        await PolledAsync(1);
        Answer(FakeApi.Error(HttpStatusCode.InternalServerError, "The store is away."));
        await UntilAsync("the failure to be told", () => ada.Last.State == EventTailState.Reconnecting);

        Assert.Equal("The store is away.", Watch(Ben).Last.Failure!.Message);
    }
}
