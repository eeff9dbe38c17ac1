using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Logging.Abstractions;
using Schematic.Contracts.Members;
using Schematic.Contracts.Sessions;
using Schematic.Dashboard.Events.Live;
using Schematic.Dashboard.Shared.Session;
using Schematic.Testing.Http;
using Schematic.Testing.Processes;
using Schematic.Testing.Time;

namespace Schematic.Dashboard.Tests.Events.Live;

/// <summary>Tails over an API whose answers a test gives one by one.</summary>
public abstract class EventTailContext : IDisposable
{
    private const string Tail = "GET /events/tail";
    private const string Session = "GET /console/sessions/current";

    private protected static readonly SignedInMember Ada = new("mem_1", "ada@example.com", "Ada", "ada-token");
    private protected static readonly SignedInMember Ben = new("mem_2", "ben@example.com", "Ben", "ben-token");

    private protected TestClock Clock { get; } = new();
    private readonly FakeApi _api = new();
    private readonly MemoryCache _cache = new(new MemoryCacheOptions());
    private readonly GatewayFactory _gateways;
    private protected SessionValidator Sessions { get; }
    private readonly EventTailHub _hub;
    private readonly Queue<TaskCompletionSource<HttpResponseMessage>> _polls = [];
    private readonly List<CancellationToken> _cancelled = [];

    protected EventTailContext()
    {
        var target = new GatewayTarget();
        target.Locate(FakeApi.BaseAddress, "console-key");
        _gateways = new(target, _api);
        Sessions = new(_gateways, _cache, NullLogger<SessionValidator>.Instance);
        _hub = new(_gateways, Sessions, Clock, NullLogger<EventTailHub>.Instance);
        _api.OnData(
                Session,
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
            .On(Tail, (_, cancellationToken) => Hang(cancellationToken));
    }

    private protected IReadOnlyList<RecordedRequest> Polls =>
        [.. _api.Requests.Where(static call => call.Path == "/events/tail")];

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (!disposing)
            return;
        _hub.Dispose();
        _gateways.Dispose();
        _cache.Dispose();
        _api.Dispose();
    }

    private protected bool IsCancelled
    {
        get
        {
            lock (_polls)
                return _cancelled.Exists(static token => token.IsCancellationRequested);
        }
    }

    private protected Viewer Watch(SignedInMember member, string environmentId = "env_1")
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

    private protected void Answer(HttpResponseMessage answer)
    {
        lock (_polls)
            _polls.Dequeue().SetResult(answer);
    }

    // Passes the time between two calls for as long as it takes the loop to come to it.
    private protected Task PolledAsync(int polls) =>
        UntilAsync(
            $"call {polls}",
            () =>
            {
                if (Polls.Count < polls)
                    Clock.Advance(EventTail.Interval);
                return HasPolled(polls);
            }
        );

    // The wait begins some time after the answer: each try passes a little less than all of it, and then the rest.
    private protected async Task WaitedAsync(TimeSpan pause, int polls)
    {
        var before = Clock.GetUtcNow();
        await UntilAsync(
            $"call {polls}",
            () =>
            {
                if (Polls.Count < polls)
                    Clock.Advance(TimeSpan.FromMilliseconds(100));
                return HasPolled(polls);
            }
        );
        Assert.True(Clock.GetUtcNow() - before >= pause, "It did not wait long enough.");
    }

    private bool HasPolled(int polls)
    {
        lock (_polls)
            return Polls.Count == polls && _polls.Count > 0;
    }

    private protected static Task UntilAsync(string what, Func<bool> isSo) =>
        Poll.UntilAsync(
            what,
            TimeSpan.FromSeconds(10),
            () => Task.FromResult(isSo() ? null : "not yet"),
            TestContext.Current.CancellationToken
        );

    private protected sealed class Viewer : IDisposable
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
