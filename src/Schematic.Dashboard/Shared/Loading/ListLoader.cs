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
    private readonly Action _changed;
    private readonly TimeProvider _time;
    private readonly Func<TQuery, CancellationToken, Task<Envelope<IReadOnlyList<TRow>>>> _list;
    private readonly Func<TQuery, CancellationToken, Task<Envelope<CountResponse>>>? _count;
    private RowCounter? _counter;
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
        _changed = changed;
        _time = time;
        _list = list;
        _count = count;
    }

    public Load<IReadOnlyList<TRow>> Rows => _rows.State;

    public RowTotal Total =>
        _counter?.Total is { Rows: not null } counted ? counted
        : TotalOfLastPage is { } rows ? RowTotal.Of(rows)
        : _counter?.Total ?? default;

    private bool AreRowsCurrent => Rows is { HasValue: true, IsBusy: false, Failure: null };

    // A page that is not full is the last one, and says how many there are without a count.
    private long? TotalOfLastPage =>
        _query is not null
        && AreRowsCurrent
        && Rows.Value!.Count < _query.Size
        && (Rows.Value.Count > 0 || _query.Page == 1)
            ? _query.Offset + Rows.Value.Count
            : null;

    public Task LoadAsync(TQuery query)
    {
        var isFiltered = _query is null || !_query.Filters.Equals(query.Filters);
        _query = query;
        // Before the rows: from the first moment on, nothing of another filter's count is shown.
        if (isFiltered)
            ReplaceCounter(query);
        return Task.WhenAll(
            _rows.LoadAsync(query, async cancellationToken => (await _list(query, cancellationToken)).Data),
            isFiltered || _counter?.Total.State == CountState.Failed ? StartCounterAsync() : Task.CompletedTask
        );
    }

    public Task ReloadAsync() => Task.WhenAll(_rows.ReloadAsync(), StartCounterAsync());

    public Task<long?> CountAsync() => _counter?.CountAsync() ?? Task.FromResult<long?>(null);

    public void Dispose()
    {
        _rows.Dispose();
        _counter?.Dispose();
    }

    private void ReplaceCounter(TQuery query)
    {
        _counter?.Dispose();
        if (_count is { } count)
            _counter = new(
                _changed,
                _time,
                async cancellationToken => (await count(query, cancellationToken)).Data.Count,
                cancellationToken => HasManyAsync(query, cancellationToken)
            );
    }

    private Task StartCounterAsync() => _counter?.StartAsync() ?? Task.CompletedTask;

    private async Task<bool> HasManyAsync(TQuery query, CancellationToken cancellationToken)
    {
        if (TotalOfLastPage is { } total)
            return total > RowTotal.Many;
        if (AreRowsCurrent && Rows.Value!.Count > 0 && _query!.Offset + Rows.Value.Count > RowTotal.Many)
            return true;
        // One row, in the list's own order, which an index has.
        var behindMany = query.Filters with
        {
            Page = RowTotal.Many + 1,
            Size = 1,
        };
        return (await _list((TQuery)behindMany, cancellationToken)).Data.Count > 0;
    }
}
