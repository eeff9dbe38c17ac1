namespace Schematic.Api.Persistence.PostgreSql.Reach;

/// <summary>
/// Whether the database answers, as <see cref="DatabaseWatch"/> sees it. Whoever waits for it stops waiting the moment
/// it is lost, and whoever comes later is refused at once. See docs/adr/0028.
/// </summary>
internal sealed class DatabaseReach : IDisposable
{
    private readonly Lock _gate = new();
    private volatile CancellationTokenSource _inReach = new();
    private DateTimeOffset? _lostSince;

    /// <summary>When it was last known to answer; null while it does.</summary>
    public DateTimeOffset? LostSince
    {
        get
        {
            lock (_gate)
                return _lostSince;
        }
    }

    public bool IsLost => _inReach.IsCancellationRequested;

    /// <summary>Notes that it does not answer.</summary>
    /// <param name="since">When it last did.</param>
    /// <returns>False if that was known.</returns>
    public bool Lose(DateTimeOffset since)
    {
        lock (_gate)
        {
            if (_lostSince is not null)
                return false;
            _lostSince = since;
        }

        // Not on this thread: those who wait go on where they are.
        _ = _inReach.CancelAsync();
        return true;
    }

    /// <summary>Notes that it answers.</summary>
    /// <returns>For how long it was lost; null if it was not.</returns>
    public TimeSpan? Regain(DateTimeOffset now)
    {
        lock (_gate)
        {
            if (_lostSince is not { } since)
                return null;
            _lostSince = null;
            // The one before is left to those who still hold its token.
            _inReach = new CancellationTokenSource();
            return now - since;
        }
    }

    public void Dispose() => _inReach.Dispose();

    /// <summary>
    /// Waits for <paramref name="call"/> as long as there is hope. A call that is given up runs on: Npgsql cannot be
    /// made to let go of a server that is silent, and asking it to would keep a thread waiting for that server.
    /// </summary>
    /// <param name="call">Is told, where the server can be told, that it may stop.</param>
    /// <param name="givenUp">Called if the call is still under way when this throws.</param>
    /// <exception cref="LostDatabaseException">The database is lost.</exception>
    /// <exception cref="OperationCanceledException">Nobody wants the result any more.</exception>
    public async Task<T> WaitAsync<T>(
        Func<CancellationToken, Task<T>> call,
        Action<Task> givenUp,
        CancellationToken cancellationToken
    )
    {
        var inReach = _inReach.Token;
        if (inReach.IsCancellationRequested)
            throw new LostDatabaseException();
        cancellationToken.ThrowIfCancellationRequested();
        // Not disposed of: a call that is given up may look at it for long.
        var stop = new CancellationTokenSource();
        var running = call(stop.Token);
        if (running.IsCompleted)
            return await running;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, inReach);
        try
        {
            return await running.WaitAsync(patience.Token);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !running.IsCompleted)
        {
            givenUp(running);
            if (inReach.IsCancellationRequested)
                throw new LostDatabaseException();
            _ = stop.CancelAsync();
            throw;
        }
    }
}
