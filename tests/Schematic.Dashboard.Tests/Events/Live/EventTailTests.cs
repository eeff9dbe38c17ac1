using System.Net;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Logging.Abstractions;
using Schematic.Contracts.Sessions;
using Schematic.Dashboard.Events.Live;
using Schematic.Dashboard.Shared.Session;
using Schematic.Testing.Http;
using Schematic.Testing.Processes;
using Schematic.Testing.Time;

namespace Schematic.Dashboard.Tests.Events.Live;

public sealed class EventTailTests : IDisposable
{
    private const string Tail = "GET /events/tail";
    private const string Session = "GET /console/sessions/current";

    private static readonly SignedInMember Ada = new("mem_1", "ada@example.com", "Ada", "ada-token");
    private static readonly SignedInMember Ben = new("mem_2", "ben@example.com", "Ben", "ben-token");

    private readonly TestClock _clock = new();
    private readonly FakeApi _api = new();
    private readonly MemoryCache _cache = new(new MemoryCacheOptions());
    private readonly GatewayFactory _gateways;
    private readonly SessionValidator _sessions;
    private readonly EventTailHub _hub;
    private readonly Queue<TaskCompletionSource<HttpResponseMessage>> _polls = [];
    private readonly List<CancellationToken> _cancelled = [];

    public EventTailTests()
    {
        var target = new GatewayTarget();
        target.Locate(FakeApi.BaseAddress, "console-key");
        _gateways = new(target, _api);
        _sessions = new(_gateways, _cache, NullLogger<SessionValidator>.Instance);
        _hub = new(_gateways, _sessions, _clock, NullLogger<EventTailHub>.Instance);
        _api.OnData(
                Session,
                new SessionResponseData
                {
                    MemberId = "mem_1",
                    Email = "ada@example.com",
                    Name = "Ada",
                    ExpiresAt = DateTimeOffset.UnixEpoch,
                }
            )
            .On(Tail, (_, cancellationToken) => Hang(cancellationToken));
    }

    private IReadOnlyList<RecordedRequest> Polls =>
        [.. _api.Requests.Where(static call => call.Path == "/events/tail")];

    public void Dispose()
    {
        _hub.Dispose();
        _gateways.Dispose();
        _cache.Dispose();
        _api.Dispose();
    }

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
        _clock.Advance(EventTail.Linger);
        Assert.False(IsCancelled);
        ben.Dispose();
        _clock.Advance(EventTail.Linger - TimeSpan.FromMilliseconds(1));
        Assert.False(IsCancelled);
        _clock.Advance(TimeSpan.FromMilliseconds(1));

        await UntilAsync("the call to be cancelled", () => IsCancelled);
        Watch(Ada);
        await PolledAsync(2);
    }

    [Fact]
    public async Task A_page_that_is_reloaded_finds_the_loop_running()
    {
        Watch(Ada).Dispose();
        await PolledAsync(1);
        _clock.Advance(EventTail.Linger - TimeSpan.FromSeconds(1));
        var again = Watch(Ada);
        _clock.Advance(EventTail.Linger);

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
        _sessions.End(Ada, TimeSpan.FromDays(1));

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

    private bool IsCancelled
    {
        get
        {
            lock (_polls)
                return _cancelled.Exists(static token => token.IsCancellationRequested);
        }
    }

    private Viewer Watch(SignedInMember member, string environmentId = "env_1")
    {
        var viewer = new Viewer();
        viewer.Watching = _hub.Watch(environmentId, member, viewer.Receive);
        return viewer;
    }

    private Task<HttpResponseMessage> Hang(CancellationToken cancellationToken)
    {
        var poll = new TaskCompletionSource<HttpResponseMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        cancellationToken.Register(() => poll.TrySetCanceled(cancellationToken));
        lock (_polls)
        {
            _polls.Enqueue(poll);
            _cancelled.Add(cancellationToken);
        }

        return poll.Task;
    }

    private void Answer(HttpResponseMessage answer)
    {
        lock (_polls)
            _polls.Dequeue().SetResult(answer);
    }

    // Passes the time between two calls for as long as it takes the loop to come to it.
    private Task PolledAsync(int polls) =>
        UntilAsync(
            $"call {polls}",
            () =>
            {
                if (Polls.Count < polls)
                    _clock.Advance(EventTail.Interval);
                return HasPolled(polls);
            }
        );

    // The wait begins some time after the answer: each try passes a little less than all of it, and then the rest.
    private async Task WaitedAsync(TimeSpan pause, int polls)
    {
        var before = _clock.GetUtcNow();
        await UntilAsync(
            $"call {polls}",
            () =>
            {
                if (Polls.Count < polls)
                    _clock.Advance(TimeSpan.FromMilliseconds(100));
                return HasPolled(polls);
            }
        );
        Assert.True(_clock.GetUtcNow() - before >= pause, "It did not wait long enough.");
    }

    private bool HasPolled(int polls)
    {
        lock (_polls)
            return Polls.Count == polls && _polls.Count > 0;
    }

    private static Task UntilAsync(string what, Func<bool> isSo) =>
        Poll.UntilAsync(
            what,
            TimeSpan.FromSeconds(10),
            () => Task.FromResult(isSo() ? null : "not yet"),
            TestContext.Current.CancellationToken
        );

    private sealed class Viewer : IDisposable
    {
        private readonly Lock _gate = new();
        private readonly List<EventTailNews> _news = [];

        public IDisposable? Watching { get; set; }

        public EventTailNews Last
        {
            get
            {
                lock (_gate)
                    return _news[^1];
            }
        }

        public long Skipped
        {
            get
            {
                lock (_gate)
                    return _news.Sum(static news => news.Skipped);
            }
        }

        public IReadOnlyList<string> Events
        {
            get
            {
                lock (_gate)
                    return [.. _news.SelectMany(static news => news.Events).Select(static recorded => recorded.Id)];
            }
        }

        public void Receive(EventTailNews news)
        {
            lock (_gate)
                _news.Add(news);
        }

        public void Dispose() => Watching!.Dispose();
    }
}
