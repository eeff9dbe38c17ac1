using Microsoft.EntityFrameworkCore;
using Schematic.Api.Authentication;
using Schematic.Api.Entities;
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
        return await DetailsAsync(db, db.Events.Where(row => row.Id == id), cancellationToken) is [var only]
            ? only
            : throw ApiProblem.NotFound("event", id);
    }

    /// <summary>The page of events that <paramref name="query"/> asks for.</summary>
    public static IQueryable<EventRow> Newest(SchematicDb db, EventsQuery query) =>
        Filtered(db, query).OrderByDescending(row => row.CapturedAt).ThenByDescending(row => row.Id).Page(query);

    private static IQueryable<EventRow> Filtered(SchematicDb db, EventsQuery query)
    {
        var rows = db.Events.AsQueryable();
        // Checks have neither, and nothing else is recorded yet.
        if (query.EventSubtype is not null || query.IdempotencyKey is not null)
            rows = rows.Where(row => false);
        if (query.EventTypes is { } types)
        {
            var names = types.Select(WireEnum<EventType>.ToWire).ToList();
            rows = rows.Where(row => names.Contains(row.EventType));
        }

        if (query.CompanyId is { } companyId)
            rows = rows.Where(row => row.CompanyId == companyId);
        if (query.FlagId is { } flagId)
            rows = rows.Where(row => row.FlagId == flagId);
        if (query.UserId is { } userId)
            rows = rows.Where(row => row.UserId == userId);
        return rows;
    }

    private async Task<IReadOnlyList<EventDetailResponseData>> DetailsAsync(
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
        return rows.ConvertAll(row => row.ToContract(caller.Environment.Id, entities));
    }
}
