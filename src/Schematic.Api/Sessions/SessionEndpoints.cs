using Microsoft.AspNetCore.Http.HttpResults;
using Schematic.Api.Authentication;
using Schematic.Api.Http;
using Schematic.Api.Http.Binding;
using Schematic.Contracts.Sessions;
using Schematic.Contracts.Wire;

namespace Schematic.Api.Sessions;

/// <summary>
/// Sign-in and sign-out of members, and their sessions: additions to the published API that only the console may call.
/// </summary>
internal static class SessionEndpoints
{
    public static void MapSessions(this IEndpointRouteBuilder api)
    {
        api.MapGet("/console/sessions", ListSessions).WithName("listSessions").InAccount(Access.Console);
        api.MapPost("/console/sessions", SignIn).WithName("signIn").InAccount(Access.Console);
        api.MapDelete("/console/sessions", EndSessions).WithName("endSessions").InAccount(Access.Console);
        api.MapGet("/console/sessions/current", GetSession).WithName("getSession").InAccount(Access.Console);
        api.MapDelete("/console/sessions/current", SignOut).WithName("signOut").InAccount(Access.Console);
        api.MapDelete("/console/sessions/{session_id}", EndSession).WithName("endSession").InAccount(Access.Console);
        var ended = api.MapPost("/console/sessions/ended", FindEnded).WithName("findEndedSessions");
        ended.InAccount(Access.Console).OnlyReads();
    }

    private static async Task<Ok<Envelope<IReadOnlyList<OwnSessionResponseData>>>> ListSessions(
        Caller caller,
        SessionStore store,
        CancellationToken cancellationToken
    ) => Responses.Ok(await store.ListAsync(caller.SessionToken, cancellationToken));

    private static async Task<Created<Envelope<SessionResponseData>>> SignIn(
        Body<SignInRequestBody> body,
        MemberSignIn members,
        CancellationToken cancellationToken
    ) => Responses.Created(await members.SignInAsync(body.Value, cancellationToken));

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

    private static async Task<Ok<Envelope<DeleteResponse>>> EndSession(
        string session_id,
        Caller caller,
        SessionStore store,
        CancellationToken cancellationToken
    )
    {
        await store.EndOwnAsync(caller.SessionToken, session_id, cancellationToken);
        return Responses.Deleted();
    }

    private static async Task<Ok<Envelope<DeleteResponse>>> EndSessions(
        Caller caller,
        SessionStore store,
        CancellationToken cancellationToken
    )
    {
        await store.EndAllOwnAsync(caller.SessionToken, cancellationToken);
        return Responses.Deleted();
    }

    private static async Task<Ok<Envelope<EndedSessionsResponseData>>> FindEnded(
        Body<FindEndedSessionsRequestBody> body,
        SessionStore store,
        CancellationToken cancellationToken
    )
    {
        var hashes = await store.FindEndedAsync(body.Value.TokenHashes, cancellationToken);
        return Responses.Ok(new EndedSessionsResponseData { TokenHashes = hashes });
    }
}
