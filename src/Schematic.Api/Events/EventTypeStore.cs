using Microsoft.EntityFrameworkCore;
using Schematic.Api.Authentication;
using Schematic.Api.Events.Metering;
using Schematic.Api.Features;
using Schematic.Api.Persistence;
using Schematic.Contracts.Events;

namespace Schematic.Api.Events;

/// <summary>The events there are: those that were received, and those that features name.</summary>
internal sealed class EventTypeStore(IDatabase database, Caller caller)
{
    /// <summary>Lists events in alphabetical order.</summary>
    public Task<IReadOnlyList<EventSummaryResponseData>> ListAsync(
        EventTypesQuery query,
        CancellationToken cancellationToken
    ) =>
        database.ListSharedAsync<IReadOnlyList<EventSummaryResponseData>>(
            caller.Environment.Seq,
            async (db, token) =>
            {
                var page = await Filtered(db, query).OrderBy(subtype => subtype).Page(query).ToListAsync(token);
                var summaries = await EventSummaries.ReadAsync(db, caller.Environment.Id, page, token);
                return [.. page.Select(subtype => summaries[subtype])];
            },
            cancellationToken
        );

    public Task<long> CountAsync(EventTypesQuery query, CancellationToken cancellationToken) =>
        database.ListSharedAsync(
            caller.Environment.Seq,
            (db, token) => Filtered(db, query).LongCountAsync(token),
            cancellationToken
        );

    private static IQueryable<string> Filtered(SchematicDb db, EventTypesQuery query)
    {
        var named = db.Features.Where(row => row.EventSubtype != null).Select(row => row.EventSubtype!);
        var received = db
            .Usage.Where(row => row.CompanySeq == UsageRow.AllCompanies && row.Grain == UsageGrain.Total)
            .Select(row => row.EventSubtype);
        var subtypes = named.Union(received);
        if (query.EventSubtypes is { } only)
            subtypes = subtypes.Where(subtype => only.Contains(subtype));
        if (TextPart.FromQuery(query.Q) is { } part)
            subtypes = subtypes.Where(subtype => subtype.ToLower().Contains(part));
        return subtypes;
    }
}
