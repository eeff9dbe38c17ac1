using Microsoft.AspNetCore.Http.HttpResults;
using Schematic.Api.Authentication;
using Schematic.Api.Http;
using Schematic.Api.Http.Binding;
using Schematic.Contracts.Events;
using Schematic.Contracts.Wire;

namespace Schematic.Api.Events;

internal static class EventEndpoints
{
    public static void MapEvents(this IEndpointRouteBuilder api)
    {
        api.MapGet("/events", List).WithName("listEvents").InEnvironment(Access.Read);
        api.MapGet("/events/{event_id}", Get).WithName("getEvent").InEnvironment(Access.Read);
    }

    private static async Task<Ok<Envelope<IReadOnlyList<EventDetailResponseData>>>> List(
        Query<EventsQuery> query,
        EventStore store,
        CancellationToken cancellationToken
    ) => Responses.Ok(await store.ListAsync(query.Value, cancellationToken), query.Value);

    private static async Task<Ok<Envelope<EventDetailResponseData>>> Get(
        string event_id,
        EventStore store,
        CancellationToken cancellationToken
    ) => Responses.Ok(await store.GetAsync(event_id, cancellationToken));
}
