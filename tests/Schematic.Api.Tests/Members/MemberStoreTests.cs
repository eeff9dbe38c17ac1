using System.Net;
using Schematic.Api.Tests.Authentication;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Members;
using Schematic.Contracts.Sessions;
using Schematic.Gateway.Http;
using Schematic.Testing.Hosting;
using Keys = Schematic.Testing.Hosting.ApiKeys;

namespace Schematic.Api.Tests.Members;

public abstract class MemberStoreTests(ApiFixture api) : ApiTopic(api)
{
    private static readonly UpdateAccountMemberRequestBody Disable = new() { Disabled = true };

    [Fact]
    public async Task Members_are_found_by_name_email_role_and_id()
    {
        var grace = await Server.JoinAsync(AccountMemberRole.Member);

        var byEmail = await Production.Members.ListAsync(
            new AccountMembersQuery { Q = grace.Email.ToUpperInvariant() },
            Cancellation
        );
        Assert.Equal(grace.MemberId, Assert.Single(byEmail.Data).Id);
        var query = new AccountMembersQuery
        {
            Q = "HOPPER",
            Role = AccountMemberRole.Member,
            Ids = [grace.MemberId],
        };
        Assert.Equal(1, (await Production.Members.CountAsync(query, Cancellation)).Data.Count);
        query = query with { Role = AccountMemberRole.Admin };
        Assert.Equal(0, (await Production.Members.CountAsync(query, Cancellation)).Data.Count);
        var one = (await Production.Members.GetAsync(grace.MemberId, Cancellation)).Data;
        Assert.Equal(("Grace Hopper", AccountMemberRole.Member, null), (one.Name, one.Role, one.DisabledAt));
        await RefusedAsync(HttpStatusCode.NotFound, () => Production.Members.GetAsync("acme_nobody", Cancellation));
    }

    [Fact]
    public async Task What_a_member_may_changes_with_the_next_request()
    {
        var scene = await Scene.SetAsync(Server);
        var environment = scene["environment_id"];
        var grace = await Server.JoinAsync(AccountMemberRole.Member);
        var gateway = Server.Gateway(Keys.Console, environment, grace.Token);
        var upsert = new UpsertCompanyRequestBody
        {
            Keys = new Dictionary<string, string> { ["domain"] = Unique("company") },
        };

        var refusal = await RefusedAsync(
            HttpStatusCode.Forbidden,
            () => gateway.Companies.UpsertAsync(upsert, Cancellation)
        );
        Assert.Equal(
            "You may not change companies and their plans in \"Production\". An admin can permit it under Team.",
            refusal
        );
        await gateway.Companies.ListAsync(new CompaniesQuery(), Cancellation);
        await ChangeAsync(
            grace,
            new()
            {
                Permissions = new Dictionary<string, IReadOnlyList<AccountMemberPermission>>
                {
                    [environment] = [AccountMemberPermission.CompaniesEdit],
                },
            }
        );
        await gateway.Companies.UpsertAsync(upsert, Cancellation);
        var staging = (await Staging.ApiKeys.WhoAmIAsync(Cancellation)).Data.EnvironmentId;
        await RefusedAsync(
            HttpStatusCode.Forbidden,
            () => Server.Gateway(Keys.Console, staging, grace.Token).Companies.UpsertAsync(upsert, Cancellation)
        );
        await ChangeAsync(
            grace,
            new() { Permissions = new Dictionary<string, IReadOnlyList<AccountMemberPermission>>() }
        );
        await RefusedAsync(HttpStatusCode.Forbidden, () => gateway.Companies.UpsertAsync(upsert, Cancellation));
    }

    [Fact]
    public async Task Whoever_is_disabled_is_signed_out_and_stays_out_until_enabled()
    {
        var grace = await Server.JoinAsync(AccountMemberRole.Member);
        var gateway = Server.Gateway(Keys.Console, sessionToken: grace.Token);
        await gateway.ApiKeys.WhoAmIAsync(Cancellation);

        await ChangeAsync(grace, Disable);

        await RefusedAsync(HttpStatusCode.Unauthorized, () => gateway.ApiKeys.WhoAmIAsync(Cancellation));
        var body = new SignInRequestBody { Email = grace.Email, Password = MemberTeam.Password };
        var refusal = await RefusedAsync(
            HttpStatusCode.Forbidden,
            () => Console.Sessions.SignInAsync(body, Cancellation)
        );
        Assert.Contains("disabled", refusal, StringComparison.Ordinal);
        // Whoever does not know the password learns nothing of it.
        await RefusedAsync(
            HttpStatusCode.Unauthorized,
            () => Console.Sessions.SignInAsync(body with { Password = "wrong" }, Cancellation)
        );
        await ChangeAsync(grace, new() { Disabled = false });
        await Console.Sessions.SignInAsync(body, Cancellation);
    }

    [Fact]
    public async Task The_last_admin_stays_one_also_when_two_demote_each_other()
    {
        await using var server = await ApiServer.StartAsync(Api.Provider);
        var console = server.Gateway(Keys.Console);
        var first = (await console.Members.ListAsync(new AccountMembersQuery(), Cancellation)).Data[0].Id;
        var demotion = new UpdateAccountMemberRequestBody { Role = AccountMemberRole.Member };
        foreach (var change in new[] { demotion, Disable })
            await RefusedAsync(
                HttpStatusCode.Conflict,
                () => console.Members.UpdateMemberAsync(first, change, Cancellation)
            );

        var second = (await server.JoinAsync(AccountMemberRole.Admin)).MemberId;
        var outcomes = await Task.WhenAll(
            new[] { first, second }.Select(async id =>
            {
                try
                {
                    await console.Members.UpdateMemberAsync(id, demotion, Cancellation);
                    return HttpStatusCode.OK;
                }
                catch (GatewayException refusal)
                {
                    return refusal.Status!.Value;
                }
            })
        );

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], outcomes.Order());
    }

    [Theory]
    [InlineData("env_nobodys", AccountMemberPermission.CompaniesEdit)]
    [InlineData("account", AccountMemberPermission.CompaniesEdit)]
    [InlineData(null, AccountMemberPermission.FlagsEdit)]
    public async Task A_permission_is_given_where_it_can_hold(string? scope, AccountMemberPermission permission)
    {
        var grace = await Server.JoinAsync(AccountMemberRole.Member);
        scope ??= (await Production.ApiKeys.WhoAmIAsync(Cancellation)).Data.EnvironmentId!;

        await RefusedAsync(
            HttpStatusCode.BadRequest,
            () =>
                ChangeAsync(
                    grace,
                    new()
                    {
                        Permissions = new Dictionary<string, IReadOnlyList<AccountMemberPermission>>
                        {
                            [scope] = [permission],
                        },
                    }
                )
        );
    }

    private Task ChangeAsync(SessionResponseData member, UpdateAccountMemberRequestBody change) =>
        Console.Members.UpdateMemberAsync(member.MemberId, change, Cancellation);
}

public sealed class MemberStoreTestsOnSqlite(SqliteApi api) : MemberStoreTests(api), IClassFixture<SqliteApi>;

public sealed class MemberStoreTestsOnPostgreSql(PostgreSqlApi api)
    : MemberStoreTests(api),
        IClassFixture<PostgreSqlApi>;
