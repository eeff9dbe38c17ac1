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

    [Fact]
    public async Task Rows_and_their_number_are_loaded_side_by_side()
    {
        var loader = New();
        await loader.LoadAsync(new SampleListQuery());

        Assert.Equal(50, loader.Rows.Value!.Count);
        Assert.Equal(120, loader.Total);
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
        Assert.Equal(20, loader.Total);
    }

    [Fact]
    public async Task Rows_do_not_wait_for_their_number()
    {
        var count = new TaskCompletionSource<Envelope<CountResponse>>();
        var loader = New(count: (_, _) => count.Task);
        var loading = loader.LoadAsync(new SampleListQuery());

        Assert.True(loader.Rows.HasValue);
        Assert.Null(loader.Total);

        count.SetResult(Envelope(new CountResponse { Count = 120 }));
        await loading;
        Assert.Equal(120, loader.Total);
    }

    [Fact]
    public async Task A_failed_count_fails_no_rows_and_claims_no_number()
    {
        _countFails = true;
        var loader = New();
        await loader.LoadAsync(new SampleListQuery());

        Assert.Null(loader.Rows.Failure);
        Assert.Null(loader.Total);
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

        Assert.Equal(total, loader.Total);
    }

    [Theory]
    [InlineData(1, 120)]
    [InlineData(9, 120)]
    public async Task A_full_page_or_one_past_the_end_says_nothing(int page, int stored)
    {
        _stored = stored;
        var loader = New(countsToo: false);
        await loader.LoadAsync(new SampleListQuery { Page = page });

        Assert.Null(loader.Total);
    }

    private ListLoader<SampleListQuery, int> New(
        Func<SampleListQuery, CancellationToken, Task<Envelope<CountResponse>>>? count = null,
        bool countsToo = true
    ) => new(static () => { }, new TestClock(), ListAsync, count ?? (countsToo ? CountAsync : null));

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

    private static Envelope<T> Envelope<T>(T data) => new() { Data = data, Params = new object() };
}
