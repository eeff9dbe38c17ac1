using Microsoft.AspNetCore.Http.HttpResults;
using Schematic.Api.Authentication;
using Schematic.Api.Http;
using Schematic.Api.Http.Binding;
using Schematic.Api.Http.Idempotency;
using Schematic.Contracts.Members;
using Schematic.Contracts.Wire;

namespace Schematic.Api.Members;

/// <summary>Invitations of members, an addition to the published API.</summary>
internal static class InvitationEndpoints
{
    public static void MapInvitations(this IEndpointRouteBuilder api)
    {
        api.MapGet("/account-invitations", List).WithName("listInvitations").InAccount(Access.Admin);
        api.MapPost("/account-invitations", Create).WithName("createInvitation").InAccount(Access.Admin).ShowsSecret();
        api.MapGet("/account-invitations/count", Count).WithName("countInvitations").InAccount(Access.Admin);
        api.MapDelete("/account-invitations/{invitation_id}", Delete)
            .WithName("deleteInvitation")
            .InAccount(Access.Admin);
    }

    private static async Task<Ok<Envelope<IReadOnlyList<InvitationResponseData>>>> List(
        Query<InvitationsQuery> query,
        InvitationStore store,
        CancellationToken cancellationToken
    ) => Responses.Ok(await store.ListAsync(query.Value, cancellationToken), query.Value);

    private static async Task<Ok<Envelope<CountResponse>>> Count(
        InvitationStore store,
        CancellationToken cancellationToken
    ) => Responses.Count(await store.CountAsync(cancellationToken), new InvitationsQuery());

    private static async Task<Created<Envelope<InvitationResponseData>>> Create(
        Body<CreateInvitationRequestBody> body,
        InvitationStore store,
        CancellationToken cancellationToken
    ) => Responses.Created(await store.CreateAsync(body.Value, cancellationToken));

    private static async Task<Ok<Envelope<DeleteResponse>>> Delete(
        string invitation_id,
        InvitationStore store,
        CancellationToken cancellationToken
    )
    {
        await store.DeleteAsync(invitation_id, cancellationToken);
        return Responses.Deleted();
    }
}
