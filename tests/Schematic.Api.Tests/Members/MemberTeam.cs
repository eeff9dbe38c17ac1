using Schematic.Contracts.Members;
using Schematic.Contracts.Sessions;
using Schematic.Gateway;
using Schematic.Testing.Hosting;
using Keys = Schematic.Testing.Hosting.ApiKeys;

namespace Schematic.Api.Tests.Members;

/// <summary>Members that tests need beside the first admin.</summary>
internal static class MemberTeam
{
    public const string Password = "battery horse staple";

    /// <summary>Signs the first admin in.</summary>
    public static async Task<SchematicGateway> AdminAsync(this ApiServer server)
    {
        var session = await server
            .Gateway(Keys.Console)
            .Sessions.SignInAsync(
                new SignInRequestBody { Email = Admin.Email, Password = Admin.Password },
                TestContext.Current.CancellationToken
            );
        return server.Gateway(Keys.Console, sessionToken: session.Data.Token);
    }

    /// <summary>Invites a person and accepts; the session is that person's.</summary>
    public static async Task<SessionResponseData> JoinAsync(
        this ApiServer server,
        AccountMemberRole role,
        params (string Scope, AccountMemberPermission Permission)[] permissions
    )
    {
        var (console, cancellation) = (server.Gateway(Keys.Console), TestContext.Current.CancellationToken);
        var invitation = await console.Members.InviteAsync(
            new CreateInvitationRequestBody
            {
                Email = $"{Guid.NewGuid():n}@example.com",
                Role = role,
                Permissions = permissions
                    .GroupBy(static given => given.Scope)
                    .ToDictionary(
                        static scope => scope.Key,
                        static scope =>
                            (IReadOnlyList<AccountMemberPermission>)[.. scope.Select(static given => given.Permission)]
                    ),
            },
            cancellation
        );
        var session = await console.Members.AcceptInvitationAsync(
            new AcceptInvitationRequestBody
            {
                Token = invitation.Data.Token!,
                Name = "Grace Hopper",
                Password = Password,
            },
            cancellation
        );
        return session.Data;
    }
}
