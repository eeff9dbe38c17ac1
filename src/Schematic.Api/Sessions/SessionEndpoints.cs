using Microsoft.AspNetCore.Http.HttpResults;
using Schematic.Api.Authentication;
using Schematic.Api.Http;
using Schematic.Api.Http.Binding;
using Schematic.Contracts.Sessions;
using Schematic.Contracts.Wire;

namespace Schematic.Api.Sessions;

/// <summary>Sign-in and sign-out of members, additions to the published API that only the console may call.</summary>
internal static class SessionEndpoints
{
    public static void MapSessions(this IEndpointRouteBuilder api)
    {
        api.MapPost("/console/sessions", SignIn).WithName("signIn").InAccount(Access.Console);
        api.MapGet("/console/sessions/current", GetSession).WithName("getSession").InAccount(Access.Console);
        api.MapDelete("/console/sessions/current", SignOut).WithName("signOut").InAccount(Access.Console);
    }

    private static async Task<Created<Envelope<SessionResponseData>>> SignIn(
        Body<SignInRequestBody> body,
        SessionStore store,
        CancellationToken cancellationToken
    ) => Responses.Created(await store.SignInAsync(body.Value, cancellationToken));

    private static async Task<Ok<Envelope<SessionResponseData>>> GetSession(
        Caller caller,
        SessionStore store,
        CancellationToken cancellationToken
    ) => Responses.Ok(await store.GetAsync(caller.SessionToken, cancellationToken));

    private static async Task<Ok<Envelope<DeleteResponse>>> SignOut(
        Caller caller,
        SessionStore store,
        CancellationToken cancellationToken
    )
    {
        await store.EndAsync(caller.SessionToken, cancellationToken);
        return Responses.Deleted();
    }
}
