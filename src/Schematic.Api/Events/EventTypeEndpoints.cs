using Microsoft.AspNetCore.Http.HttpResults;
using Schematic.Api.Authentication;
using Schematic.Api.Http;
using Schematic.Api.Http.Binding;
using Schematic.Contracts.Events;
using Schematic.Contracts.Wire;

namespace Schematic.Api.Events;

internal static class EventTypeEndpoints
{
    public static void MapEventTypes(this IEndpointRouteBuilder api)
    {
        api.MapGet("/event-types", List).WithName("getEventSummaries").InEnvironment(Access.Read);
        api.MapGet("/event-types/count", Count).WithName("countEventTypes").InEnvironment(Access.Read);
    }

    private static async Task<Ok<Envelope<IReadOnlyList<EventSummaryResponseData>>>> List(
        Query<EventTypesQuery> query,
        EventTypeStore store,
        CancellationToken cancellationToken
    ) => Responses.Ok(await store.ListAsync(query.Value, cancellationToken), query.Value);

    private static async Task<Ok<Envelope<CountResponse>>> Count(
        Query<EventTypesQuery> query,
        EventTypeStore store,
        CancellationToken cancellationToken
    ) => Responses.Count(await store.CountAsync(query.Value, cancellationToken), query.Value);
}
