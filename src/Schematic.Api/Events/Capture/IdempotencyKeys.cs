using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Sql;
using Schematic.Contracts.Events;
using Schematic.Contracts.Wire;

namespace Schematic.Api.Events.Capture;

/// <summary>
/// Makes sure that of several events with one idempotency key one counts, whoever sends them and to whichever instance.
/// </summary>
internal static class IdempotencyKeys
{
    /// <summary>Takes the keys of events that are to take effect.</summary>
    /// <returns>The positions of events whose key was taken within its lifetime.</returns>
    public static async Task<HashSet<int>> TakeAsync(
        SchematicDb db,
        IReadOnlyList<ReceivedEvent> events,
        CancellationToken cancellationToken
    )
    {
        var dropped = new HashSet<int>();
        // In order, so that two writers with the same keys wait for each other instead of locking each other out.
        var firsts = new SortedDictionary<(string Type, string Key), int>(Comparer);
        for (var i = 0; i < events.Count; i++)
        {
            // What failed may be sent again once it is mended; what is tried again has its key already.
            if (events[i] is { Error: null, ReplayOf: null, IdempotencyKey: { } key })
            {
                if (!firsts.TryAdd((WireEnum<EventType>.ToWire(events[i].Type), key), i))
                    dropped.Add(i);
            }
        }

        if (firsts.Count == 0)
            return dropped;
        var taken = await db.QueryAsync(
            Take(db, firsts, events),
            static row => (row.GetString(0), row.GetString(1)),
            cancellationToken
        );
        foreach (var key in taken)
            firsts.Remove(key);
        dropped.UnionWith(firsts.Values);
        return dropped;
    }

    private static SqlText Take(
        SchematicDb db,
        SortedDictionary<(string Type, string Key), int> firsts,
        IReadOnlyList<ReceivedEvent> events
    )
    {
        var rows = new SqlRows("event_type", "key", "seen_at");
        foreach (var ((type, key), i) in firsts)
            rows.Add(type, key, events[i].ReceivedAt);
        var oldest = firsts.Values.Max(i => events[i].ReceivedAt) - IdempotencyKeyRow.Lifetime;
        // "WHERE true" tells SQLite that ON begins no join.
        return new SqlText(
            $"""
            INSERT INTO idempotency_keys AS k (environment_seq, event_type, key, seen_at)
            SELECT {db.EnvironmentSeq}, u.event_type, u.key, u.seen_at FROM {db.Dialect.Table(rows)} WHERE true
            ON CONFLICT (environment_seq, event_type, key) DO UPDATE SET seen_at = excluded.seen_at
                WHERE k.seen_at <= {oldest}
            RETURNING event_type, key
            """
        );
    }

    private static Comparer<(string Type, string Key)> Comparer { get; } =
        Comparer<(string Type, string Key)>.Create(
            static (one, other) =>
                string.CompareOrdinal(one.Type, other.Type) is not 0 and var order
                    ? order
                    : string.CompareOrdinal(one.Key, other.Key)
        );
}
