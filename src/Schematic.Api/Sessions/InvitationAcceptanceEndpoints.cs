using Microsoft.AspNetCore.Http.HttpResults;
using Schematic.Api.Authentication;
using Schematic.Api.Http;
using Schematic.Api.Http.Binding;
using Schematic.Contracts.Members;
using Schematic.Contracts.Sessions;
using Schematic.Contracts.Wire;

namespace Schematic.Api.Sessions;

/// <summary>Invitations for whoever has their link, an addition that only the console may call.</summary>
internal static class InvitationAcceptanceEndpoints
{
    public static void MapInvitationAcceptance(this IEndpointRouteBuilder api)
    {
        api.MapPost("/console/invitations/find", Find).WithName("findInvitation").InAccount(Access.Console).OnlyReads();
        api.MapPost("/console/invitations/accept", Accept).WithName("acceptInvitation").InAccount(Access.Console);
    }

    private static async Task<Ok<Envelope<InvitationResponseData>>> Find(
        Body<FindInvitationRequestBody> body,
        InvitationAcceptance invitations,
        CancellationToken cancellationToken
    ) => Responses.Ok(await invitations.FindAsync(body.Value.Token, cancellationToken));

    private static async Task<Created<Envelope<SessionResponseData>>> Accept(
        Body<AcceptInvitationRequestBody> body,
        InvitationAcceptance invitations,
        CancellationToken cancellationToken
    ) => Responses.Created(await invitations.AcceptAsync(body.Value, cancellationToken));
}
