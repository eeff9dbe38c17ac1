using System.Runtime.CompilerServices;
using Schematic.Gateway.Http;

namespace Schematic.Dashboard.Shared.Loading;

/// <summary>
/// Counts the rows that one set of filters leaves. A count that is late is given up as soon as there are known to be
/// many rows, and after some seconds in any case: nobody asked for it. One that is asked for goes on to its end.
/// </summary>
internal sealed class RowCounter : IDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    private readonly PageLoader<long> _counted;
    private readonly Action _changed;
    private readonly TimeProvider _time;
    private readonly Func<CancellationToken, Task<long>> _count;
    private readonly Func<CancellationToken, Task<bool>> _hasMany;
    private CancellationTokenSource? _watch;
    private bool _isLate;
    private bool _isStopped;
    private bool _isMany;
    private RowTotal _told = new(CountState.Waiting);

    /// <param name="changed">Called on each change of <see cref="Total"/>.</param>
    /// <param name="hasMany">Tells whether there are more than <see cref="RowTotal.Many"/> rows, without counting
    /// them.</param>
    public RowCounter(
        Action changed,
        TimeProvider time,
        Func<CancellationToken, Task<long>> count,
        Func<CancellationToken, Task<bool>> hasMany
    )
    {
        _counted = new(OnCounted, time);
        _changed = changed;
        _time = time;
        _count = count;
        _hasMany = hasMany;
    }

    public RowTotal Total =>
        _counted.State switch
        {
            _ when _isStopped => new(CountState.Stopped, null, _isMany),
            { IsBusy: true } when _isLate => new(CountState.Counting, null, _isMany),
            { Failure: not null } => new(CountState.Failed, null, _isMany),
            { HasValue: true, Value: var rows } => RowTotal.Of(rows),
            _ => new(CountState.Waiting, null, _isMany),
        };

    /// <summary>Counts beside the rows, as long as that costs little; also again, after a change.</summary>
    public Task StartAsync()
    {
        Restart(isLate: false);
        _watch = new();
        return Task.WhenAll(WatchAsync(_watch.Token), RunAsync());
    }

    /// <summary>Counts however long it takes, for someone who asks; null if that failed or came to nothing.</summary>
    public async Task<long?> CountAsync()
    {
        Restart(isLate: true);
        await RunAsync();
        return Total.Rows;
    }

    public void Dispose()
    {
        EndWatch();
        _counted.Dispose();
    }

    private Task RunAsync() => _counted.StartAsync(_count);

    private void Restart(bool isLate)
    {
        EndWatch();
        _isStopped = false;
        _isLate = isLate;
    }

    private async Task WatchAsync(CancellationToken token)
    {
        await DelayAsync(Patience, token);
        if (token.IsCancellationRequested)
            return;
        _isLate = true;
        Tell();
        using var limit = new CancellationTokenSource(Limit, _time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(token, limit.Token);
        if (await HasManyAsync(end.Token))
            _isMany = true;
        else
            await DelayAsync(Timeout.InfiniteTimeSpan, end.Token);
        if (token.IsCancellationRequested)
            return;
        _counted.Stop();
        _isStopped = true;
        Tell();
    }

    private async Task<bool> HasManyAsync(CancellationToken token)
    {
        try
        {
            return await _hasMany(token);
        }
        catch (Exception exception) when (exception is GatewayException or OperationCanceledException)
        {
            // Only what is known is said; the count itself says what went wrong, if it fails, too.
            return false;
        }
    }

    private ConfiguredTaskAwaitable DelayAsync(TimeSpan time, CancellationToken token) =>
        Task.Delay(time, _time, token)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);

    private void OnCounted()
    {
        if (!_counted.State.IsBusy)
        {
            EndWatch();
            _isLate = false;
        }

        Tell();
    }

    private void Tell()
    {
        if (Total == _told)
            return;
        _told = Total;
        _changed();
    }

    private void EndWatch()
    {
        _watch?.Cancel();
        _watch?.Dispose();
        _watch = null;
    }
}
