using System.Net;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Tests.Shared.Navigation;
using Schematic.Gateway.Http;
using Schematic.Testing.Time;

namespace Schematic.Dashboard.Tests.Shared.Loading;

public sealed class ListLoaderTests
{
    private readonly List<SampleListQuery> _listed = [];
    private readonly List<SampleListQuery> _counted = [];
    private int _stored = 120;
    private bool _countFails;
    private readonly TestClock _clock = new();

    [Fact]
    public async Task Rows_and_their_number_are_loaded_side_by_side()
    {
        var loader = New();
        await loader.LoadAsync(new SampleListQuery());

        Assert.Equal(50, loader.Rows.Value!.Count);
        Assert.Equal(120, loader.Total.Rows);
    }

    [Fact]
    public async Task Turning_a_page_counts_nothing()
    {
        var loader = New();
        await loader.LoadAsync(new SampleListQuery { Search = "a" });
        await loader.LoadAsync(
            new SampleListQuery
            {
                Search = "a",
                Page = 2,
                Sort = "name",
                Size = 25,
            }
        );

        Assert.Equal(2, _listed.Count);
        Assert.Single(_counted);
    }

    [Fact]
    public async Task Another_filter_counts_anew()
    {
        var loader = New();
        await loader.LoadAsync(new SampleListQuery { Search = "a" });
        await loader.LoadAsync(new SampleListQuery { Search = "b" });

        Assert.Equal(["a", "b"], _counted.Select(static query => query.Search));
    }

    [Fact]
    public async Task Reloading_asks_for_both_again()
    {
        var loader = New();
        await loader.LoadAsync(new SampleListQuery());
        _stored = 20;

        await loader.ReloadAsync();

        Assert.Equal(20, loader.Rows.Value!.Count);
        Assert.Equal(20, loader.Total.Rows);
    }

    [Fact]
    public async Task Rows_do_not_wait_for_their_number()
    {
        var count = new TaskCompletionSource<Envelope<CountResponse>>();
        var loader = New(count: (_, _) => count.Task);
        var loading = loader.LoadAsync(new SampleListQuery());

        Assert.True(loader.Rows.HasValue);
        Assert.Null(loader.Total.Rows);

        count.SetResult(Envelope(new CountResponse { Count = 120 }));
        await loading;
        Assert.Equal(120, loader.Total.Rows);
    }

    [Fact]
    public async Task A_failed_count_fails_no_rows_and_claims_no_number()
    {
        _countFails = true;
        var loader = New();
        await loader.LoadAsync(new SampleListQuery());

        Assert.Null(loader.Rows.Failure);
        Assert.Null(loader.Total.Rows);
    }

    [Fact]
    public async Task Nothing_of_another_filters_count_is_shown()
    {
        var counts = new Queue<TaskCompletionSource<Envelope<CountResponse>>>([new(), new()]);
        var (first, second) = (counts.First(), counts.Last());
        var loader = New(count: (_, _) => counts.Dequeue().Task);
        first.SetResult(Envelope(new CountResponse { Count = 120 }));
        await loader.LoadAsync(new SampleListQuery());
        Assert.Equal(120, loader.Total.Rows);

        var loading = loader.LoadAsync(new SampleListQuery { Search = "a" });
        Assert.Equal(new RowTotal(CountState.Waiting), loader.Total);

        second.SetResult(Envelope(new CountResponse { Count = 70 }));
        await loading;
        Assert.Equal(70, loader.Total.Rows);
    }

    [Fact]
    public async Task The_count_of_an_older_query_that_comes_late_is_dropped()
    {
        var old = new TaskCompletionSource<Envelope<CountResponse>>();
        var loader = New(count: (query, _) => query.Search == "old" ? old.Task : CountAsync(query, default));
        var loading = loader.LoadAsync(new SampleListQuery { Search = "old" });
        await loader.LoadAsync(new SampleListQuery { Search = "new" });

        old.SetResult(Envelope(new CountResponse { Count = 7_777 }));
        await loading;

        Assert.Equal(120, loader.Total.Rows);
    }

    [Fact]
    public async Task Whether_there_are_many_is_asked_for_one_row_behind_them()
    {
        _stored = 10_001;
        var loader = New(count: static (_, cancellationToken) => NeverAsync(cancellationToken));
        var loading = loader.LoadAsync(new SampleListQuery { Search = "a", Sort = "name" });
        Assert.Single(_listed);

        _clock.Advance(RowCounter.Patience);
        await loading;

        Assert.Equal(new RowTotal(CountState.Stopped, IsMany: true), loader.Total);
        Assert.Equal((10_000, 1, "a", null), (_listed[1].Offset, _listed[1].Size, _listed[1].Search, _listed[1].Sort));
    }

    [Theory]
    [InlineData(200, true)]
    [InlineData(201, false)]
    public async Task A_page_behind_many_rows_says_so_itself(int page, bool isAsked)
    {
        _stored = 1_000_000;
        var loader = New(count: static (_, cancellationToken) => NeverAsync(cancellationToken));
        var loading = loader.LoadAsync(new SampleListQuery { Page = page });

        _clock.Advance(RowCounter.Patience);
        await loading;

        Assert.True(loader.Total.IsMany);
        Assert.Equal(isAsked, _listed.Count == 2);
    }

    [Fact]
    public async Task A_count_that_was_given_up_is_not_begun_again_by_turning_a_page()
    {
        _stored = 20_000;
        var counts = 0;
        var loader = New(
            count: (_, cancellationToken) =>
            {
                counts++;
                return NeverAsync(cancellationToken);
            }
        );
        var loading = loader.LoadAsync(new SampleListQuery());
        _clock.Advance(RowCounter.Patience);
        await loading;

        await loader.LoadAsync(new SampleListQuery { Page = 2, Sort = "name" });

        Assert.Equal(1, counts);
        Assert.True(loader.Total.IsMany);
    }

    [Fact]
    public async Task The_last_page_says_what_a_count_that_hangs_does_not()
    {
        _stored = 120;
        var loader = New(count: static (_, cancellationToken) => NeverAsync(cancellationToken));
        var loading = loader.LoadAsync(new SampleListQuery { Page = 3 });

        Assert.Equal(RowTotal.Of(120), loader.Total);
        loader.Dispose();
        await loading;
    }

    [Fact]
    public async Task A_failed_count_is_made_again_with_the_next_page()
    {
        _countFails = true;
        var loader = New();
        await loader.LoadAsync(new SampleListQuery());
        Assert.Equal(CountState.Failed, loader.Total.State);
        _countFails = false;

        await loader.LoadAsync(new SampleListQuery { Page = 2 });

        Assert.Equal(120, loader.Total.Rows);
    }

    [Fact]
    public async Task A_list_that_the_api_does_not_count_has_no_total_to_ask_for()
    {
        var loader = New(countsToo: false);
        await loader.LoadAsync(new SampleListQuery());

        Assert.Equal(CountState.None, loader.Total.State);
        Assert.Null(await loader.CountAsync());
    }

    [Theory]
    [InlineData(1, 20, 20)]
    [InlineData(3, 120, 120)]
    [InlineData(1, 0, 0)]
    public async Task A_page_that_is_not_full_says_how_many_there_are(int page, int stored, long total)
    {
        _stored = stored;
        var loader = New(countsToo: false);
        await loader.LoadAsync(new SampleListQuery { Page = page });

        Assert.Equal(total, loader.Total.Rows);
    }

    [Theory]
    [InlineData(1, 120)]
    [InlineData(9, 120)]
    public async Task A_full_page_or_one_past_the_end_says_nothing(int page, int stored)
    {
        _stored = stored;
        var loader = New(countsToo: false);
        await loader.LoadAsync(new SampleListQuery { Page = page });

        Assert.Null(loader.Total.Rows);
    }

    private ListLoader<SampleListQuery, int> New(
        Func<SampleListQuery, CancellationToken, Task<Envelope<CountResponse>>>? count = null,
        bool countsToo = true
    ) => new(static () => { }, _clock, ListAsync, count ?? (countsToo ? CountAsync : null));

    private Task<Envelope<IReadOnlyList<int>>> ListAsync(SampleListQuery query, CancellationToken cancellationToken)
    {
        _listed.Add(query);
        return Task.FromResult(
            Envelope<IReadOnlyList<int>>([.. Enumerable.Range(0, _stored).Skip((int)query.Offset).Take(query.Size)])
        );
    }

    private Task<Envelope<CountResponse>> CountAsync(SampleListQuery query, CancellationToken cancellationToken)
    {
        _counted.Add(query);
        return _countFails
            ? Task.FromException<Envelope<CountResponse>>(new GatewayException(HttpStatusCode.BadRequest, "No."))
            : Task.FromResult(Envelope(new CountResponse { Count = _stored }));
    }

    private static async Task<Envelope<CountResponse>> NeverAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        throw new InvalidOperationException("Unreachable");
    }

    private static Envelope<T> Envelope<T>(T data) => new() { Data = data, Params = new object() };
}
