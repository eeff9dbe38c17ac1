using System.Collections.Concurrent;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Sql;

namespace Schematic.Api.Events.Capture;

/// <summary>
/// When companies and users were last stored as seen, so that one that sends events all the time is written once a
/// minute: <c>last_seen_at</c> is that coarse.
/// </summary>
internal sealed class SightingThrottle
{
    private static readonly TimeSpan Coarseness = TimeSpan.FromMinutes(1);

    // Forgetting costs an update more; remembering everyone would cost memory without bound.
    private const int MaxRemembered = 100_000;

    private readonly ConcurrentDictionary<long, DateTimeOffset> _stored = new();

    /// <summary>The sightings that are worth storing: for each company or user the latest.</summary>
    public IReadOnlyDictionary<long, DateTimeOffset> Select(IEnumerable<EventEffect> effects)
    {
        var latest = new Dictionary<long, DateTimeOffset>();
        foreach (var effect in effects)
        {
            if (effect is not { TakesEffect: true, Event.Clock: not EventClock.Backfill })
                continue;
            Add(latest, effect.CompanySeq, effect.Event.CapturedAt);
            Add(latest, effect.UserSeq, effect.Event.CapturedAt);
        }

        return latest;
    }

    /// <summary>Notes when companies and users were last seen, unless it was later.</summary>
    public static async Task StoreAsync(
        SchematicDb db,
        IReadOnlyDictionary<long, DateTimeOffset> seen,
        CancellationToken cancellationToken
    )
    {
        if (seen.Count == 0)
            return;
        var rows = new SqlRows("seq", "at");
        foreach (var (seq, at) in seen.OrderBy(static one => one.Key))
            rows.Add(seq, at);
        await db.ExecuteAsync(
            new SqlText(
                $"""
                UPDATE entities SET last_seen_at = u.at FROM {db.Dialect.Table(rows)}
                WHERE entities.seq = u.seq AND entities.last_seen_at < u.at
                """
            ),
            cancellationToken
        );
    }

    /// <summary>Remembers what was stored.</summary>
    public void Stored(IReadOnlyDictionary<long, DateTimeOffset> seen)
    {
        if (_stored.Count + seen.Count > MaxRemembered)
            _stored.Clear();
        foreach (var (seq, at) in seen)
            _stored[seq] = at;
    }

    private void Add(Dictionary<long, DateTimeOffset> latest, long? seq, DateTimeOffset at)
    {
        if (
            seq is { } known
            && (!_stored.TryGetValue(known, out var stored) || at - stored >= Coarseness)
            && (!latest.TryGetValue(known, out var before) || before < at)
        )
            latest[known] = at;
    }
}
