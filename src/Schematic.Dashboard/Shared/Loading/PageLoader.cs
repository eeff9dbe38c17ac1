namespace Schematic.Dashboard.Shared.Loading;

/// <summary>
/// Loads one thing of a screen: a new load cancels the one under way, an answer that comes too late is dropped, and
/// while the API is away or busy it tries again by itself. Belongs to one component and its dispatcher; get one from
/// <see cref="CancellableComponent.NewLoader{T}"/>.
/// </summary>
public sealed class PageLoader<T> : IDisposable
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(15);

    private readonly Action _changed;
    private readonly TimeProvider _time;
    private CancellationTokenSource? _underWay;
    private Func<CancellationToken, Task<T>>? _load;
    private object? _key;
    private bool _isDisposed;

    /// <param name="changed">Called on each change of <see cref="State"/>: the component's
    /// <c>StateHasChanged</c>.</param>
    public PageLoader(Action changed, TimeProvider time)
    {
        _changed = changed;
        _time = time;
    }

    public Load<T> State { get; private set; } = Load<T>.Loading;

    /// <summary>Loads unless exactly this is loaded, or on its way, already.</summary>
    /// <param name="key">What is loaded, compared by value: an id, a query record.</param>
    public Task LoadAsync(object key, Func<CancellationToken, Task<T>> load)
    {
        if (Equals(_key, key) && State.Failure is null)
            return Task.CompletedTask;
        _key = key;
        return StartAsync(load);
    }

    /// <summary>Loads the same again: after a change, or because someone asked to try again.</summary>
    public Task ReloadAsync() => _load is null ? Task.CompletedTask : RunAsync(FirstPause);

    /// <summary>Loads, whatever is loaded or on its way.</summary>
    public Task StartAsync(Func<CancellationToken, Task<T>> load)
    {
        _load = load;
        return RunAsync(FirstPause);
    }

    /// <summary>Gives up what is under way; what was loaded before stays. The caller draws.</summary>
    public void Stop()
    {
        Cancel();
        State = State with { IsBusy = false };
    }

    /// <summary>Takes a value the API has just answered a write with, in place of another request.</summary>
    public void Set(T value)
    {
        Cancel();
        State = Load<T>.Of(value);
        _changed();
    }

    public void Dispose()
    {
        _isDisposed = true;
        Cancel();
    }

    private async Task RunAsync(TimeSpan pause)
    {
        if (_isDisposed)
            return;
        Cancel();
        var underWay = _underWay = new CancellationTokenSource();
        // Taken before the first await: afterwards the source may be that of a later load, or disposed.
        var token = underWay.Token;
        State = State.Again();
        _changed();

        try
        {
            var value = await _load!(token);
            if (token.IsCancellationRequested)
                return;
            State = Load<T>.Of(value);
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            return;
        }
        catch (Exception exception) when (LoadFailure.Explains(exception, token))
        {
            if (token.IsCancellationRequested)
                return;
            State = State.FailedWith(LoadFailure.FromException(exception));
            if (State.Failure!.IsPassing)
                _ = TryAgainAsync(State.Failure.RetryAfter ?? pause, pause, token);
        }

        _changed();
    }

    private async Task TryAgainAsync(TimeSpan wait, TimeSpan pause, CancellationToken token)
    {
        await Task.Delay(wait, _time, token)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        if (!token.IsCancellationRequested)
            await RunAsync(pause * 2 < LongestPause ? pause * 2 : LongestPause);
    }

    private void Cancel()
    {
        _underWay?.Cancel();
        _underWay?.Dispose();
        _underWay = null;
    }
}
