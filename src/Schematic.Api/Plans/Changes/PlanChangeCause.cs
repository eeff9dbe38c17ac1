using Schematic.Api.Authentication;
using Schematic.Api.Authentication.Credentials;
using Schematic.Api.Persistence;
using Schematic.Contracts.ApiKeys;
using Schematic.Contracts.Plans;

namespace Schematic.Api.Plans.Changes;

/// <summary>The operation that changes plans, and who called it.</summary>
internal sealed record PlanChangeCause(PlanChangeAction Action, PlanChangeActor Actor)
{
    /// <summary>An operation that the caller of this request asked for.</summary>
    public static async Task<PlanChangeCause> FromCallerAsync(
        SchematicDb db,
        Caller caller,
        PlanChangeAction action,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) => new(action, await PlanChangeActor.FromCallerAsync(db, caller, now, cancellationToken));
}

/// <summary>The caller that changes plans, or the server itself.</summary>
/// <param name="Id">Id of the API key or member; null if the server acts by itself.</param>
/// <param name="Name">Name of the API key or member; null if the server acts by itself.</param>
/// <param name="RequestId">Null if no request leads to the change.</param>
internal sealed record PlanChangeActor(ActorType Type, string? Id, string? Name, string? RequestId)
{
    /// <summary>The server, without a request.</summary>
    public static readonly PlanChangeActor System = new(ActorType.System, null, null, null);

    public static async Task<PlanChangeActor> FromCallerAsync(
        SchematicDb db,
        Caller caller,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) =>
        await Actor.GetAsync(db, caller, now, cancellationToken) is { } actor
            ? new PlanChangeActor(actor.Type, actor.Id, actor.Name, caller.RequestId)
            : System with
            {
                RequestId = caller.RequestId,
            };
}
