using System.Net;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Gateway.Http;
using Schematic.Testing.Time;

namespace Schematic.Dashboard.Tests.Shared.Loading;

public sealed class RowCounterTests : IDisposable
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1);

    private readonly TestClock _clock = new();
    private readonly List<RowTotal> _told = [];
    private readonly List<CancellationToken> _counts = [];
    private readonly RowCounter _counter;
    private TaskCompletionSource<long> _count = new();
    private TaskCompletionSource<bool> _many = new();
    private int _probes;

    public RowCounterTests() => _counter = new(() => _told.Add(_counter!.Total), _clock, CountAsync, HasManyAsync);

    [Fact]
    public async Task A_count_in_time_is_all_that_is_asked_for()
    {
        var counting = _counter.StartAsync();
        _clock.Advance(RowCounter.Patience - Moment);
        _count.SetResult(120);
        await counting;
        _clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal([RowTotal.Of(120)], _told);
        Assert.Equal(0, _probes);
    }

    [Fact]
    public async Task A_late_count_of_many_rows_is_given_up()
    {
        var counting = _counter.StartAsync();
        _clock.Advance(RowCounter.Patience);
        Assert.Equal(new RowTotal(CountState.Counting), _counter.Total);

        _many.SetResult(true);
        await counting;

        Assert.Equal([new(CountState.Counting), new(CountState.Stopped, IsMany: true)], _told);
        Assert.True(_counts[0].IsCancellationRequested);
    }

    [Fact]
    public async Task A_late_count_of_few_rows_may_take_some_seconds()
    {
        var counting = _counter.StartAsync();
        _clock.Advance(RowCounter.Patience);
        _many.SetResult(false);
        _clock.Advance(RowCounter.Limit - Moment);
        Assert.Equal(CountState.Counting, _counter.Total.State);

        _count.SetResult(7_000);
        await counting;

        Assert.Equal(RowTotal.Of(7_000), _counter.Total);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_count_that_hangs_is_given_up_also_where_nothing_is_known(bool answers)
    {
        var counting = _counter.StartAsync();
        _clock.Advance(RowCounter.Patience);
        if (answers)
            _many.SetResult(false);
        _clock.Advance(RowCounter.Limit);
        await counting;

        Assert.Equal(new RowTotal(CountState.Stopped), _counter.Total);
        Assert.True(_counts[0].IsCancellationRequested);
    }

    [Fact]
    public async Task A_probe_that_fails_claims_nothing()
    {
        var counting = _counter.StartAsync();
        _clock.Advance(RowCounter.Patience);
        _many.SetException(new GatewayException(HttpStatusCode.BadGateway, "No."));
        Assert.Equal(new RowTotal(CountState.Counting), _counter.Total);

        _count.SetResult(20_000);
        await counting;

        Assert.Equal(RowTotal.Of(20_000), _counter.Total);
    }

    [Fact]
    public async Task The_exact_number_overtakes_the_probe()
    {
        var counting = _counter.StartAsync();
        _clock.Advance(RowCounter.Patience);
        _count.SetResult(20_000);
        _many.SetResult(true);
        await counting;

        Assert.Equal(RowTotal.Of(20_000), _counter.Total);
    }

    [Fact]
    public async Task Asked_for_a_count_goes_on_to_its_end()
    {
        await GiveUpAsync();

        var counting = _counter.CountAsync();
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(new RowTotal(CountState.Counting, IsMany: true), _counter.Total);
        Assert.False(_counts[1].IsCancellationRequested);

        _count.SetResult(1_000_000);
        Assert.Equal(1_000_000, await counting);
        Assert.Equal(RowTotal.Of(1_000_000), _counter.Total);
        Assert.Equal(1, _probes);
    }

    [Fact]
    public async Task A_count_asked_for_that_fails_says_so_and_still_knows_that_there_are_many()
    {
        await GiveUpAsync();

        var counting = _counter.CountAsync();
        _count.SetException(new GatewayException(HttpStatusCode.BadRequest, "No."));

        Assert.Null(await counting);
        Assert.Equal(new RowTotal(CountState.Failed, IsMany: true), _counter.Total);
    }

    [Fact]
    public async Task Counting_again_after_a_failure_shows_that_it_counts()
    {
        var counting = _counter.StartAsync();
        _count.SetException(new GatewayException(HttpStatusCode.BadRequest, "No."));
        await counting;
        Assert.Equal(new RowTotal(CountState.Failed), _counter.Total);
        _count = new();

        var again = _counter.CountAsync();
        Assert.Equal(new RowTotal(CountState.Counting), _counter.Total);
        _count.SetResult(5);

        Assert.Equal(5, await again);
    }

    [Fact]
    public async Task After_a_change_the_old_number_stays_only_for_the_moment_a_count_takes()
    {
        _count.SetResult(20_000);
        await _counter.StartAsync();
        _count = new();

        var counting = _counter.StartAsync();
        Assert.Equal(RowTotal.Of(20_000), _counter.Total);
        _clock.Advance(RowCounter.Patience);
        _many.SetResult(true);
        await counting;

        Assert.Equal(new RowTotal(CountState.Stopped, IsMany: true), _counter.Total);
    }

    [Fact]
    public async Task Disposed_it_ends_everything_and_says_nothing_more()
    {
        var counting = _counter.StartAsync();
        _clock.Advance(RowCounter.Patience);
        _told.Clear();

        _counter.Dispose();
        await counting;

        Assert.True(_counts[0].IsCancellationRequested);
        Assert.Empty(_told);
    }

    public void Dispose() => _counter.Dispose();

    private async Task GiveUpAsync()
    {
        var counting = _counter.StartAsync();
        _clock.Advance(RowCounter.Patience);
        _many.SetResult(true);
        await counting;
        _count = new();
    }

    private Task<long> CountAsync(CancellationToken cancellationToken)
    {
        _counts.Add(cancellationToken);
        return _count.Task.WaitAsync(cancellationToken);
    }

    private Task<bool> HasManyAsync(CancellationToken cancellationToken)
    {
        _probes++;
        return _many.Task.WaitAsync(cancellationToken);
    }
}
