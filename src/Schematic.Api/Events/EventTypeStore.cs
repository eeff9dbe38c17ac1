using Microsoft.EntityFrameworkCore;
using Schematic.Api.Authentication;
using Schematic.Api.Features;
using Schematic.Api.Persistence;
using Schematic.Contracts.Events;

namespace Schematic.Api.Events;

/// <summary>The events there are: until any are received, those that features name.</summary>
internal sealed class EventTypeStore(IDatabase database, Caller caller)
{
    /// <summary>Lists the events that features name, in alphabetical order.</summary>
    public async Task<IReadOnlyList<EventSummaryResponseData>> ListAsync(
        EventTypesQuery query,
        CancellationToken cancellationToken
    )
    {
        var page = await database.ListSharedAsync(
            caller.Environment.Seq,
            (db, token) => Filtered(db, query).OrderBy(subtype => subtype).Page(query).ToListAsync(token),
            cancellationToken
        );
        return
        [
            .. page.Select(subtype => new EventSummaryResponseData
            {
                EnvironmentId = caller.Environment.Id,
                EventSubtype = subtype,
                CompanyCount = 0,
                EventCount = 0,
                UserCount = 0,
            }),
        ];
    }

    public Task<long> CountAsync(EventTypesQuery query, CancellationToken cancellationToken) =>
        database.ListSharedAsync(
            caller.Environment.Seq,
            (db, token) => Filtered(db, query).LongCountAsync(token),
            cancellationToken
        );

    private static IQueryable<string> Filtered(SchematicDb db, EventTypesQuery query)
    {
        var subtypes = db.Features.Where(row => row.EventSubtype != null).Select(row => row.EventSubtype!);
        if (query.EventSubtypes is { } only)
            subtypes = subtypes.Where(subtype => only.Contains(subtype));
        if (TextPart.FromQuery(query.Q) is { } part)
            subtypes = subtypes.Where(subtype => subtype.ToLower().Contains(part));
        return subtypes.Distinct();
    }
}
