using System.Net;
using Bunit;
using Schematic.Contracts.Events;
using Schematic.Contracts.Members;
using Schematic.Contracts.Sessions;
using Schematic.Dashboard.Events;
using Schematic.Dashboard.Events.Live;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Tests.Shared;
using Schematic.Testing.Http;
using Schematic.Testing.Processes;

namespace Schematic.Dashboard.Tests.Events;

/// <summary>The list of events while it is live, from the tail to the rows.</summary>
public sealed class EventsPageLiveTests : PageContext
{
    // The tail runs beside the page: on a busy machine its answer takes a while.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Queue<TaskCompletionSource<HttpResponseMessage>> _tail = [];
    private int _polls;

    public EventsPageLiveTests()
    {
        Api.OnData<IReadOnlyList<EventDetailResponseData>>("GET /events", [EventSamples.Track("evt_0")])
            .OnData<IReadOnlyList<EventSummaryResponseData>>("GET /event-types", [])
            .OnData(
                "GET /console/sessions/current",
                new SessionResponseData
                {
                    MemberId = "mem_1",
                    Email = "ada@example.com",
                    Name = "Ada",
                    Role = AccountMemberRole.Admin,
                    Permissions = new Dictionary<string, IReadOnlyList<AccountMemberPermission>>(),
                    ExpiresAt = DateTimeOffset.UnixEpoch,
                }
            )
            .On(
                "GET /events/tail",
                (_, cancellationToken) =>
                {
                    var poll = new TaskCompletionSource<HttpResponseMessage>();
                    cancellationToken.Register(() => poll.TrySetCanceled(cancellationToken));
                    lock (_tail)
                        _tail.Enqueue(poll);
                    Interlocked.Increment(ref _polls);
                    return poll.Task;
                }
            );
    }

    [Fact]
    public async Task What_arrives_comes_on_top_of_the_newest_page()
    {
        var page = await OpenAsync("?live=true&page=4");
        await ArriveAsync(EventSamples.Track("evt_2"), EventSamples.Track("evt_1"));

        page.WaitForAssertion(() => Assert.Equal(["evt_2", "evt_1", "evt_0"], Ids(page)), Patience);
        Assert.DoesNotContain(("offset", "150"), Asked("GET /events")[0].Parameters);
        Assert.Equal("Live. New events appear on top.", page.Find(".live-state").TextContent);
        Assert.Empty(page.FindAll(".pager"));
    }

    [Fact]
    public async Task What_the_filters_leave_out_does_not_arrive()
    {
        var page = await OpenAsync("?live=true&name=api_call");
        await ArriveAsync(EventSamples.Track("evt_2", "other"), EventSamples.Track("evt_1"));

        page.WaitForAssertion(() => Assert.Equal(["evt_1", "evt_0"], Ids(page)), Patience);
    }

    [Fact]
    public async Task While_somebody_points_at_a_row_new_events_are_only_offered()
    {
        var page = await OpenAsync("?live=true");
        await page.Find(".grid-scroll > div").PointerEnterAsync(new());
        await ArriveAsync(EventSamples.Track("evt_1"));

        page.WaitForAssertion(() => Button(page, "1 new event"), Patience);
        Assert.Equal(["evt_0"], Ids(page));
        Button(page, "1 new event").Click();

        Assert.Equal(["evt_1", "evt_0"], Ids(page));
    }

    [Fact]
    public async Task A_pause_says_how_many_have_arrived_and_resuming_shows_them()
    {
        var page = await OpenAsync("?live=true");
        Button(page, "Pause").Click();
        await ArriveAsync(EventSamples.Track("evt_2"), EventSamples.Track("evt_1"));

        page.WaitForAssertion(
            () => Assert.Equal("Paused. 2 events have arrived since.", page.Find(".live-state").TextContent),
            Patience
        );
        Assert.Equal(["evt_0"], Ids(page));
        Button(page, "Resume").Click();

        Assert.Equal(["evt_2", "evt_1", "evt_0"], Ids(page));
    }

    [Fact]
    public async Task An_ended_session_sees_nothing_any_more()
    {
        var page = await OpenAsync("?live=true");
        Answer(FakeApi.Error(HttpStatusCode.Unauthorized, "This session has ended."));

        await PassUntilAsync(
            "the end to be said",
            () => page.FindAll(".state-title").Any(static title => title.TextContent == "Your session has ended")
        );
        Assert.Empty(page.FindAll("tbody"));
        Assert.Empty(page.FindAll(".live-bar"));
    }

    [Fact]
    public async Task Switching_off_goes_back_to_the_pages()
    {
        var page = await OpenAsync("?live=true");
        await ArriveAsync(EventSamples.Track("evt_1"));
        page.WaitForAssertion(() => Assert.Equal(2, Ids(page).Count()), Patience);

        await page.Find("input[role=switch]").ChangeAsync(new() { Value = false });

        page.WaitForAssertion(() => Assert.Equal(["evt_0"], Ids(page)));
        Assert.Empty(page.FindAll(".live-bar"));
    }

    private async Task<IRenderedComponent<EventsPage>> OpenAsync(string query)
    {
        var page = await OpenAsync<EventsPage>(DashboardUrls.Events(Production.Id) + query);
        page.WaitForAssertion(() => Assert.Equal(["evt_0"], Ids(page)));
        await PassUntilAsync("the first call", () => Volatile.Read(ref _polls) == 1);
        return page;
    }

    // The loop reads the answer and asks again; the draw is due a moment afterwards.
    private async Task ArriveAsync(params IReadOnlyList<EventDetailResponseData> events)
    {
        Answer(FakeApi.Data(EventSamples.Tail("c1", events)));
        await PassUntilAsync("the next call", () => Volatile.Read(ref _polls) == 2);
        Clock.Advance(LiveEvents.DrawInterval);
    }

    private Task PassUntilAsync(string what, Func<bool> isSo) =>
        Poll.UntilAsync(
            what,
            Patience,
            () =>
            {
                if (isSo())
                    return Task.FromResult<string?>(null);
                Clock.Advance(LiveEvents.DrawInterval);
                return Task.FromResult<string?>("not yet");
            },
            Xunit.TestContext.Current.CancellationToken
        );

    private void Answer(HttpResponseMessage answer)
    {
        lock (_tail)
            _tail.Dequeue().SetResult(answer);
    }

    private static IEnumerable<string> Ids(IRenderedComponent<EventsPage> page) =>
        page.FindAll(".grid-primary a").Select(static link => link.GetAttribute("href")!.Split('/')[^1]);
}
