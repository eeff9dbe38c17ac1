namespace Schematic.Api.Authentication;

/// <summary>
/// Counts the attempts of each key in windows of a minute. Remembers at most <paramref name="capacity"/> keys: whoever
/// makes up new ones pushes the oldest out, and never fills the memory.
/// </summary>
internal sealed class AttemptWindows(int limit, TimeProvider time, int capacity = AttemptWindows.DefaultCapacity)
{
    public const int DefaultCapacity = 10_000;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    // In the order in which their windows began, which is the order in which they end.
    private readonly Queue<(string Key, long Began)> _order = new();
    private readonly Lock _gate = new();

    public int Count
    {
        get
        {
            lock (_gate)
                return _entries.Count;
        }
    }

    /// <returns>Null if the attempt is within the limit, otherwise the time until the next may be made.</returns>
    public TimeSpan? Enter(string key)
    {
        var now = time.GetTimestamp();
        lock (_gate)
        {
            Forget(now);
            if (!_entries.TryGetValue(key, out var entry))
            {
                if (_entries.Count == capacity)
                    ForgetOldest();
                _entries[key] = entry = new Entry(now);
                _order.Enqueue((key, now));
            }

            if (entry.Attempts >= limit)
                return Window - time.GetElapsedTime(entry.Began, now);
            entry.Attempts++;
            return null;
        }
    }

    /// <summary>Takes one attempt back, which turned out to be none.</summary>
    public void GiveBack(string key)
    {
        lock (_gate)
        {
            if (_entries.TryGetValue(key, out var entry) && entry.Attempts > 0)
                entry.Attempts--;
        }
    }

    private void Forget(long now)
    {
        while (_order.TryPeek(out var oldest) && time.GetElapsedTime(oldest.Began, now) >= Window)
            ForgetOldest();
    }

    private void ForgetOldest() => _entries.Remove(_order.Dequeue().Key);

    private sealed class Entry(long began)
    {
        public long Began { get; } = began;

        public int Attempts { get; set; }
    }
}
