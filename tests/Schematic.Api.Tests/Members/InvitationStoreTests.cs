using System.Net;
using Schematic.Api.Tests.Persistence;
using Schematic.Contracts.Members;
using Schematic.Gateway.Http;
using Schematic.Testing.Hosting;
using Schematic.Testing.Time;
using Keys = Schematic.Testing.Hosting.ApiKeys;

namespace Schematic.Api.Tests.Members;

public abstract class InvitationStoreTests(ApiFixture api) : ApiTopic(api)
{
    [Fact]
    public async Task A_link_is_accepted_once_and_its_secret_is_stored_nowhere()
    {
        var invitation = await InviteAsync(Unique("grace") + "@Example.com");
        Assert.DoesNotContain(
            await TableDump.OfAsync(Server),
            row => row.Contains(invitation.Token!, StringComparison.Ordinal)
        );
        var found = await Console.Members.FindInvitationAsync(new() { Token = invitation.Token! }, Cancellation);
        Assert.Equal((invitation.Email, null), (found.Data.Email, found.Data.Token));
        Assert.Contains(await ListAsync(), listed => listed.Id == invitation.Id && listed.Token is null);

        var outcomes = await Task.WhenAll(AcceptAsync(invitation), AcceptAsync(invitation));

        Assert.Equal([HttpStatusCode.Created, HttpStatusCode.NotFound], outcomes.Order());
        Assert.DoesNotContain(await ListAsync(), listed => listed.Id == invitation.Id);
        await RefusedAsync(HttpStatusCode.Conflict, () => InviteAsync(invitation.Email));
    }

    [Fact]
    public async Task Another_invitation_of_the_same_person_ends_the_first()
    {
        var email = Unique("grace") + "@example.com";
        var (first, second) = (await InviteAsync(email), await InviteAsync(email.ToUpperInvariant()));

        Assert.Equal(HttpStatusCode.NotFound, await AcceptAsync(first));
        await Console.Members.DeleteInvitationAsync(second.Id, Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, await AcceptAsync(second));
        await RefusedAsync(
            HttpStatusCode.NotFound,
            () => Console.Members.DeleteInvitationAsync(second.Id, Cancellation)
        );
    }

    [Fact]
    public async Task A_link_is_good_for_a_week()
    {
        var clock = new TestClock();
        await using var server = await ApiServer.StartAsync(Api.Provider, new ApiServerOptions { Clock = clock });
        var console = server.Gateway(Keys.Console);
        var invitation = (
            await console.Members.InviteAsync(
                new() { Email = "grace@example.com", Role = AccountMemberRole.Member },
                Cancellation
            )
        ).Data;
        Assert.Equal(TimeSpan.FromDays(7), invitation.ExpiresAt - invitation.CreatedAt);

        clock.Advance(TimeSpan.FromDays(7));

        await RefusedAsync(
            HttpStatusCode.NotFound,
            () => console.Members.FindInvitationAsync(new() { Token = invitation.Token! }, Cancellation)
        );
        Assert.Equal(0, (await console.Members.CountInvitationsAsync(Cancellation)).Data.Count);
    }

    private async Task<InvitationResponseData> InviteAsync(string email) =>
        (
            await Console.Members.InviteAsync(
                new CreateInvitationRequestBody { Email = email, Role = AccountMemberRole.Member },
                Cancellation
            )
        ).Data;

    private async Task<HttpStatusCode> AcceptAsync(InvitationResponseData invitation)
    {
        try
        {
            await Console.Members.AcceptInvitationAsync(
                new AcceptInvitationRequestBody
                {
                    Token = invitation.Token!,
                    Name = "Grace",
                    Password = MemberTeam.Password,
                },
                Cancellation
            );
            return HttpStatusCode.Created;
        }
        catch (GatewayException refusal)
        {
            return refusal.Status!.Value;
        }
    }

    private async Task<IReadOnlyList<InvitationResponseData>> ListAsync() =>
        (await Console.Members.ListInvitationsAsync(new InvitationsQuery(), Cancellation)).Data;
}

public sealed class InvitationStoreTestsOnSqlite(SqliteApi api) : InvitationStoreTests(api), IClassFixture<SqliteApi>;

public sealed class InvitationStoreTestsOnPostgreSql(PostgreSqlApi api)
    : InvitationStoreTests(api),
        IClassFixture<PostgreSqlApi>;
