using Microsoft.AspNetCore.Http.HttpResults;
using Schematic.Api.Authentication;
using Schematic.Api.Http;
using Schematic.Api.Http.Binding;
using Schematic.Contracts.Events;
using Schematic.Contracts.Wire;
using static Schematic.Contracts.Members.AccountMemberPermission;

namespace Schematic.Api.Events;

/// <summary>Effects, replay and tail are not in the published description: docs/wire-compatibility.md.</summary>
internal static class EventEndpoints
{
    public static void MapEvents(this IEndpointRouteBuilder api)
    {
        api.MapGet("/events", List).WithName("listEvents").InEnvironment(Access.Read);
        api.MapGet("/events/tail", Tail).WithName("tailEvents").InEnvironment(Access.Read);
        api.MapGet("/events/{event_id}", Get).WithName("getEvent").InEnvironment(Access.Read);
        api.MapGet("/events/{event_id}/effects", GetEffects).WithName("getEventEffects").InEnvironment(Access.Read);
        api.MapPost("/events/{event_id}/replay", Replay).WithName("replayEvent").InEnvironment(CompaniesEdit);
    }

    private static async Task<Ok<Envelope<IReadOnlyList<EventDetailResponseData>>>> List(
        Query<EventsQuery> query,
        EventStore store,
        CancellationToken cancellationToken
    ) => Responses.Ok(await store.ListAsync(query.Value, cancellationToken), query.Value);

    private static async Task<Ok<Envelope<EventTailResponseData>>> Tail(
        Query<EventTailQuery> query,
        EventTail tail,
        CancellationToken cancellationToken
    ) => Responses.Ok(await tail.WaitAsync(query.Value, cancellationToken), query.Value);

    private static async Task<Ok<Envelope<EventDetailResponseData>>> Get(
        string event_id,
        EventStore store,
        CancellationToken cancellationToken
    ) => Responses.Ok(await store.GetAsync(event_id, cancellationToken));

    private static async Task<Ok<Envelope<EventEffectsResponseData>>> GetEffects(
        string event_id,
        EventStore store,
        CancellationToken cancellationToken
    ) => Responses.Ok(await store.GetEffectsAsync(event_id, cancellationToken));

    private static async Task<Ok<Envelope<EventDetailResponseData>>> Replay(
        string event_id,
        EventReplay replay,
        EventStore store,
        CancellationToken cancellationToken
    )
    {
        await replay.ReplayAsync(event_id, cancellationToken);
        return Responses.Ok(await store.GetAsync(event_id, cancellationToken));
    }
}
