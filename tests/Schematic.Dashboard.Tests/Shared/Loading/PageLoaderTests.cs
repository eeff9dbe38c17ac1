using System.Net;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Gateway.Http;
using Schematic.Testing.Time;

namespace Schematic.Dashboard.Tests.Shared.Loading;

public sealed class PageLoaderTests
{
    private readonly TestClock _clock = new();
    private readonly PageLoader<string> _loader;
    private int _changes;

    public PageLoaderTests() => _loader = new(() => _changes++, _clock);

    [Fact]
    public void It_is_loading_before_anything_was_asked_for()
    {
        Assert.True(_loader.State.IsBusy);
        Assert.False(_loader.State.HasValue);
    }

    [Fact]
    public async Task What_was_loaded_is_there()
    {
        await _loader.LoadAsync("a", Answer("first"));

        Assert.Equal(Load<string>.Of("first"), _loader.State);
        Assert.Equal(2, _changes);
    }

    [Fact]
    public async Task The_same_key_is_loaded_once()
    {
        await _loader.LoadAsync(("a", 1), Answer("first"));
        await _loader.LoadAsync(("a", 1), Answer("second"));

        Assert.Equal("first", _loader.State.Value);
    }

    [Fact]
    public async Task The_same_key_is_loaded_again_after_a_failure()
    {
        await _loader.LoadAsync("a", Fail(Refusal()));
        await _loader.LoadAsync("a", Answer("second"));

        Assert.Equal(Load<string>.Of("second"), _loader.State);
    }

    [Fact]
    public async Task A_new_load_cancels_the_one_under_way()
    {
        CancellationToken first = default;
        var silent = new TaskCompletionSource<string>();
        var loading = _loader.LoadAsync(
            "a",
            token =>
            {
                first = token;
                token.Register(() => silent.TrySetCanceled(token));
                return silent.Task;
            }
        );

        await _loader.LoadAsync("b", Answer("second"));
        await loading;

        Assert.True(first.IsCancellationRequested);
        Assert.Equal(Load<string>.Of("second"), _loader.State);
    }

    [Fact]
    public async Task An_answer_that_comes_too_late_is_dropped()
    {
        var late = new TaskCompletionSource<string>();
        var loading = _loader.LoadAsync("a", _ => late.Task);
        await _loader.LoadAsync("b", Answer("second"));
        var changes = _changes;

        late.SetResult("first");
        await loading;

        Assert.Equal("second", _loader.State.Value);
        Assert.Equal(changes, _changes);
    }

    [Fact]
    public async Task A_failure_that_comes_too_late_is_dropped()
    {
        var late = new TaskCompletionSource<string>();
        var loading = _loader.LoadAsync("a", _ => late.Task);
        await _loader.LoadAsync("b", Answer("second"));

        late.SetException(Refusal());
        await loading;

        Assert.Equal(Load<string>.Of("second"), _loader.State);
    }

    [Fact]
    public async Task The_old_value_stays_while_another_is_loaded()
    {
        await _loader.LoadAsync("a", Answer("first"));
        var next = new TaskCompletionSource<string>();
        var loading = _loader.LoadAsync("b", _ => next.Task);

        Assert.Equal("first", _loader.State.Value);
        Assert.True(_loader.State.IsBusy);

        next.SetResult("second");
        await loading;
        Assert.Equal(Load<string>.Of("second"), _loader.State);
    }

    [Fact]
    public async Task The_old_value_stays_beside_a_failure()
    {
        await _loader.LoadAsync("a", Answer("first"));
        await _loader.LoadAsync("b", Fail(Refusal()));

        Assert.Equal("first", _loader.State.Value);
        Assert.Equal("limit must be a number", _loader.State.Failure?.Message);
        Assert.False(_loader.State.IsBusy);
    }

    [Fact]
    public async Task Trying_again_asks_the_same_once_more()
    {
        var asked = 0;
        await _loader.LoadAsync(
            "a",
            _ => ++asked == 1 ? Task.FromException<string>(Refusal()) : Task.FromResult("second")
        );

        await _loader.ReloadAsync();

        Assert.Equal(Load<string>.Of("second"), _loader.State);
    }

    [Fact]
    public async Task Nothing_is_reloaded_before_something_was_loaded()
    {
        await _loader.ReloadAsync();

        Assert.Equal(Load<string>.Loading, _loader.State);
        Assert.Equal(0, _changes);
    }

    [Fact]
    public async Task While_the_api_is_away_it_tries_again_by_itself_ever_more_patiently()
    {
        var calls = new Calls();
        await _loader.LoadAsync("a", calls.FailAsync);

        foreach (var seconds in new[] { 2, 4, 8, 15, 15 })
        {
            var before = calls.Count;
            _clock.Advance(TimeSpan.FromSeconds(seconds) - TimeSpan.FromMilliseconds(1));
            Assert.Equal(before, calls.Count);
            var next = calls.NextAsync();
            _clock.Advance(TimeSpan.FromMilliseconds(1));
            await next;
            await Calls.SettledAsync(() => !_loader.State.IsBusy);
        }

        Assert.Equal(6, calls.Count);
    }

    [Fact]
    public async Task It_waits_as_long_as_the_api_asks()
    {
        var calls = new Calls
        {
            Failure = new GatewayException(HttpStatusCode.TooManyRequests, "Slow down.", TimeSpan.FromSeconds(30)),
        };
        await _loader.LoadAsync("a", calls.FailAsync);

        _clock.Advance(TimeSpan.FromSeconds(29));
        Assert.Equal(1, calls.Count);
        var next = calls.NextAsync();
        _clock.Advance(TimeSpan.FromSeconds(1));
        await next;
        Assert.Equal(2, calls.Count);
    }

    [Fact]
    public async Task A_refusal_is_not_tried_again()
    {
        var calls = new Calls { Failure = Refusal() };
        await _loader.LoadAsync("a", calls.FailAsync);

        _clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal(1, calls.Count);
        Assert.False(_loader.State.Failure!.IsPassing);
    }

    [Fact]
    public async Task A_defect_is_not_explained_away() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            _loader.LoadAsync("a", Fail(new InvalidOperationException("A defect.")))
        );

    [Fact]
    public async Task A_value_the_api_has_answered_with_takes_the_place_of_a_request()
    {
        var late = new TaskCompletionSource<string>();
        var loading = _loader.LoadAsync("a", _ => late.Task);

        _loader.Set("written");
        late.SetResult("read before the write");
        await loading;

        Assert.Equal(Load<string>.Of("written"), _loader.State);
    }

    [Fact]
    public async Task Once_the_page_is_left_nothing_is_drawn_or_asked()
    {
        var calls = new Calls();
        await _loader.LoadAsync("a", calls.FailAsync);
        var changes = _changes;

        _loader.Dispose();
        _clock.Advance(TimeSpan.FromHours(1));
        await _loader.ReloadAsync();

        Assert.Equal(1, calls.Count);
        Assert.Equal(changes, _changes);
    }

    private static GatewayException Refusal() => new(HttpStatusCode.BadRequest, "limit must be a number");

    private static Func<CancellationToken, Task<string>> Answer(string value) => _ => Task.FromResult(value);

    private static Func<CancellationToken, Task<string>> Fail(Exception failure) =>
        _ => Task.FromException<string>(failure);

    /// <summary>Counts calls, all of which fail; the next one can be awaited.</summary>
    private sealed class Calls
    {
        private TaskCompletionSource _next = new();

        public Exception Failure { get; init; } = new GatewayException(null, "The API could not be reached.");

        public int Count { get; private set; }

        public Task<string> FailAsync(CancellationToken cancellationToken)
        {
            Count++;
            _next.TrySetResult();
            return Task.FromException<string>(Failure);
        }

        public Task NextAsync()
        {
            _next = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _next.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        }

        public static async Task SettledAsync(Func<bool> isSettled)
        {
            while (!isSettled())
            {
                TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
                await Task.Yield();
            }
        }
    }
}
