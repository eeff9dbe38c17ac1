using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Schematic.Api.Authentication;
using Schematic.Api.Http;
using Schematic.Api.Persistence;
using Schematic.Contracts.Events;

namespace Schematic.Api.Events;

/// <summary>
/// Waits for new events. The cursor is the number of the last one looked at; of events that are stored at the same
/// moment by several instances one may be missing here, never in the list.
/// </summary>
internal sealed class EventTail(IDatabase database, EventStore store, Caller caller, TimeProvider time)
{
    /// <summary>How many events an answer has at most; the others are counted.</summary>
    public const int Sample = 50;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <exception cref="ApiException">400: the cursor is none of ours.</exception>
    public async Task<EventTailResponseData> WaitAsync(EventTailQuery query, CancellationToken cancellationToken)
    {
        var after = query.After is { } cursor ? Read(cursor) : await LastAsync(cancellationToken);
        var started = time.GetTimestamp();
        while (true)
        {
            var found = await FindAsync(after, cancellationToken);
            if (found.Events.Count > 0 || time.GetElapsedTime(started) >= Patience)
                return found;
            await Task.Delay(Pause, time, cancellationToken);
        }
    }

    private async Task<EventTailResponseData> FindAsync(long after, CancellationToken cancellationToken)
    {
        await using var db = database.Open(caller.Environment.Seq);
        var latest = await db
            .Events.Where(row => row.Seq > after)
            .OrderByDescending(row => row.Seq)
            .Select(static row => row.Seq)
            .Take(Sample)
            .ToListAsync(cancellationToken);
        if (latest.Count == 0)
            return Answer(after, [], 0);
        var (first, last) = (latest[^1], latest[0]);
        var events = await store.DetailsAsync(
            db,
            db.Events.Where(row => row.Seq >= first && row.Seq <= last).OrderByDescending(row => row.Seq),
            cancellationToken
        );
        var skipped =
            latest.Count < Sample
                ? 0
                : await db.Events.LongCountAsync(row => row.Seq > after && row.Seq < first, cancellationToken);
        return Answer(last, events, skipped);
    }

    private async Task<long> LastAsync(CancellationToken cancellationToken)
    {
        await using var db = database.Open(caller.Environment.Seq);
        return await db
            .Events.OrderByDescending(row => row.Seq)
            .Select(static row => row.Seq)
            .FirstOrDefaultAsync(cancellationToken);
    }

    private static EventTailResponseData Answer(
        long cursor,
        IReadOnlyList<EventDetailResponseData> events,
        long skipped
    ) =>
        new()
        {
            Cursor = cursor.ToString(CultureInfo.InvariantCulture),
            Events = events,
            Skipped = skipped,
        };

    private static long Read(string cursor) =>
        long.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var seq)
            ? seq
            : throw ApiProblem.BadRequest(
                "after is no cursor that this operation has given. Start without one.",
                "after"
            );
}
