using Microsoft.AspNetCore.Http.HttpResults;
using Schematic.Api.Authentication;
using Schematic.Api.Http;
using Schematic.Api.Http.Binding;
using Schematic.Contracts.Sessions;
using Schematic.Contracts.Wire;

namespace Schematic.Api.Sessions;

/// <summary>Passwords of members, an addition to the published API that only the console may call.</summary>
internal static class PasswordEndpoints
{
    public static void MapPasswords(this IEndpointRouteBuilder api) =>
        api.MapPut("/console/password", ChangePassword).WithName("changePassword").InAccount(Access.Console);

    private static async Task<Ok<Envelope<SessionResponseData>>> ChangePassword(
        Body<ChangePasswordRequestBody> body,
        Caller caller,
        MemberSignIn members,
        CancellationToken cancellationToken
    ) => Responses.Ok(await members.ChangePasswordAsync(caller.SessionToken, body.Value, cancellationToken));
}
