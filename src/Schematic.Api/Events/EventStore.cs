using Microsoft.EntityFrameworkCore;
using Schematic.Api.Authentication;
using Schematic.Api.Entities;
using Schematic.Api.Features;
using Schematic.Api.Http;
using Schematic.Api.Persistence;
using Schematic.Contracts.Events;
using Schematic.Contracts.Wire;

namespace Schematic.Api.Events;

/// <summary>
/// Events of the caller's environment. There are millions: every filter by somebody or something has its index.
/// </summary>
internal sealed class EventStore(IDatabase database, Caller caller)
{
    public Task<IReadOnlyList<EventDetailResponseData>> ListAsync(
        EventsQuery query,
        CancellationToken cancellationToken
    ) =>
        database.ListAsync(
            caller.Environment.Seq,
            (db, token) => DetailsAsync(db, Newest(db, query), token),
            cancellationToken
        );

    public async Task<EventDetailResponseData> GetAsync(string id, CancellationToken cancellationToken)
    {
        await using var db = database.Open(caller.Environment.Seq);
        return await DetailsAsync(db, WithId(db, id), cancellationToken) is [var only]
            ? only
            : throw ApiProblem.NotFound("event", id);
    }

    public async Task<EventEffectsResponseData> GetEffectsAsync(string id, CancellationToken cancellationToken)
    {
        await using var db = database.Open(caller.Environment.Seq);
        var row = await FindAsync(db, id, cancellationToken) ?? throw ApiProblem.NotFound("event", id);
        return row.ToEffects(await EntityReader.RowsAsync(db, [.. row.EntityIds], cancellationToken));
    }

    /// <summary>The page of events that <paramref name="query"/> asks for.</summary>
    public static IQueryable<EventRow> Newest(SchematicDb db, EventsQuery query) =>
        Filtered(db, query).OrderByDescending(row => row.CapturedAt).ThenByDescending(row => row.Id).Page(query);

    public static Task<EventRow?> FindAsync(SchematicDb db, string id, CancellationToken cancellationToken) =>
        WithId(db, id).AsNoTracking().FirstOrDefaultAsync(cancellationToken);

    /// <summary>The events as the wire has them, in the order given.</summary>
    public async Task<IReadOnlyList<EventDetailResponseData>> DetailsAsync(
        SchematicDb db,
        IQueryable<EventRow> page,
        CancellationToken cancellationToken
    )
    {
        var rows = await page.AsNoTracking().ToListAsync(cancellationToken);
        var entities = await EntityReader.RowsAsync(
            db,
            [.. rows.SelectMany(static row => row.EntityIds).Distinct()],
            cancellationToken
        );
        List<string> subtypes = [.. rows.Select(static row => row.EventSubtype).OfType<string>().Distinct()];
        var features = subtypes.Count == 0 ? [] : await CountingAsync(db, subtypes, cancellationToken);
        var byEvent = features.ToLookup(static row => row.EventSubtype!, StringComparer.Ordinal);
        return rows.ConvertAll(row => row.ToContract(caller.Environment.Id, entities, byEvent));
    }

    // The id says when the event was captured, to the millisecond: that finds it in the index of the list.
    private static IQueryable<EventRow> WithId(SchematicDb db, string id)
    {
        if (NewId.TimeOf(EventRow.IdPrefix, id) is not { } from)
            return db.Events.Where(row => false);
        var to = from.AddMilliseconds(1);
        return db.Events.Where(row => row.CapturedAt >= from && row.CapturedAt < to && row.Id == id);
    }

    private static Task<List<FeatureRow>> CountingAsync(
        SchematicDb db,
        List<string> subtypes,
        CancellationToken cancellationToken
    ) =>
        db
            .Features.AsNoTracking()
            .Where(row => row.EventSubtype != null && subtypes.Contains(row.EventSubtype))
            .OrderBy(row => row.Seq)
            .ToListAsync(cancellationToken);

    private static IQueryable<EventRow> Filtered(SchematicDb db, EventsQuery query)
    {
        var rows = db.Events.AsQueryable();
        if (query.EventSubtype is { } subtype)
            rows = rows.Where(row => row.EventSubtype == subtype);
        if (query.IdempotencyKey is { } key)
            rows = rows.Where(row => row.IdempotencyKey == key);
        if (query.EventTypes is { } types)
        {
            var names = types.Select(WireEnum<EventType>.ToWire).ToList();
            rows = rows.Where(row => names.Contains(row.EventType));
        }

        if (query.Statuses is { } statuses)
        {
            rows = rows.Where(row => statuses.Contains(row.Status));
            // What failed has an index of its own, which says that there is a reason.
            if (statuses.All(static status => status == EventStatus.Failed))
                rows = rows.Where(row => row.Error != null);
        }

        if (query.CompanyId is { } companyId)
            rows = rows.Where(row => row.CompanyId == companyId);
        if (query.FlagId is { } flagId)
            rows = rows.Where(row => row.FlagId == flagId);
        if (query.UserId is { } userId)
            rows = rows.Where(row => row.UserId == userId);
        return rows;
    }
}
