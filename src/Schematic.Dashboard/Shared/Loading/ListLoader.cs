using Schematic.Contracts.Wire;
using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.Dashboard.Shared.Loading;

/// <summary>
/// Loads a page of a list and, beside it, how many rows there are in all. Turning a page asks for rows only: the count
/// changes with the filters, and the rows never wait for it.
/// </summary>
public sealed class ListLoader<TQuery, TRow> : IPagedRows<TRow>, IDisposable
    where TQuery : ListQuery
{
    private readonly PageLoader<IReadOnlyList<TRow>> _rows;
    private readonly PageLoader<long> _total;
    private readonly Func<TQuery, CancellationToken, Task<Envelope<IReadOnlyList<TRow>>>> _list;
    private readonly Func<TQuery, CancellationToken, Task<Envelope<CountResponse>>>? _count;
    private TQuery? _query;

    /// <param name="count">Left out where the API has no count of this list.</param>
    public ListLoader(
        Action changed,
        TimeProvider time,
        Func<TQuery, CancellationToken, Task<Envelope<IReadOnlyList<TRow>>>> list,
        Func<TQuery, CancellationToken, Task<Envelope<CountResponse>>>? count = null
    )
    {
        _rows = new(changed, time);
        _total = new(changed, time);
        _list = list;
        _count = count;
    }

    public Load<IReadOnlyList<TRow>> Rows => _rows.State;

    /// <summary>Over all pages; null until it is known.</summary>
    public long? Total => _total.State is { HasValue: true, Failure: null } ? _total.State.Value : TotalOfLastPage;

    // A page that is not full is the last one, and says how many there are without a count.
    private long? TotalOfLastPage =>
        _query is not null
        && Rows is { IsBusy: false, Failure: null, Value: { } rows }
        && rows.Count < _query.Size
        && (rows.Count > 0 || _query.Page == 1)
            ? _query.Offset + rows.Count
            : null;

    public Task LoadAsync(TQuery query)
    {
        _query = query;
        return Task.WhenAll(
            _rows.LoadAsync(query, async cancellationToken => (await _list(query, cancellationToken)).Data),
            _count is null
                ? Task.CompletedTask
                : _total.LoadAsync(
                    query.Filters,
                    async cancellationToken => (await _count(query, cancellationToken)).Data.Count
                )
        );
    }

    public Task ReloadAsync() => Task.WhenAll(_rows.ReloadAsync(), _total.ReloadAsync());

    public void Dispose()
    {
        _rows.Dispose();
        _total.Dispose();
    }
}
