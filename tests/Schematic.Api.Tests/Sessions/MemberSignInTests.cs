using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Schematic.Api.Members;
using Schematic.Api.Persistence;
using Schematic.Contracts.Sessions;
using Schematic.Gateway.Http;
using Schematic.Testing.Hosting;
using Keys = Schematic.Testing.Hosting.ApiKeys;

namespace Schematic.Api.Tests.Sessions;

public abstract class MemberSignInTests(ApiFixture api) : ApiTopic(api)
{
    private const string NewPassword = "another horse and staple";

    private static readonly SignInRequestBody Credentials = new() { Email = Admin.Email, Password = Admin.Password };

    private static readonly ChangePasswordRequestBody Change = new()
    {
        CurrentPassword = Admin.Password,
        NewPassword = NewPassword,
    };

    [Fact]
    public async Task A_new_password_ends_all_other_sessions_and_the_old_one_opens_nothing()
    {
        await using var server = await ApiServer.StartAsync(Api.Provider);
        var (mine, other) = (await SignInAsync(server), await SignInAsync(server));
        var gateway = server.Gateway(Keys.Console, sessionToken: mine.Token);

        await gateway.Sessions.ChangePasswordAsync(Change, Cancellation);

        await gateway.ApiKeys.WhoAmIAsync(Cancellation);
        await RefusedAsync(
            HttpStatusCode.Unauthorized,
            () => server.Gateway(Keys.Console, sessionToken: other.Token).ApiKeys.WhoAmIAsync(Cancellation)
        );
        await RefusedAsync(HttpStatusCode.Unauthorized, () => SignInAsync(server));
        await server
            .Gateway(Keys.Console)
            .Sessions.SignInAsync(Credentials with { Password = NewPassword }, Cancellation);
    }

    [Theory]
    [InlineData("wrong", NewPassword, "current_password")]
    [InlineData(Admin.Password, "too short", "new_password")]
    [InlineData(Admin.Password, Admin.Password, "new_password")]
    public async Task A_change_that_may_not_be_names_its_field(string current, string @new, string field)
    {
        var session = await SignInAsync(Server);
        var gateway = Server.Gateway(Keys.Console, sessionToken: session.Token);
        var change = new ChangePasswordRequestBody { CurrentPassword = current, NewPassword = @new };

        var refusal = await Assert.ThrowsAsync<GatewayException>(() =>
            gateway.Sessions.ChangePasswordAsync(change, Cancellation)
        );

        Assert.Equal((HttpStatusCode.BadRequest, field), (refusal.Status, refusal.Field));
        await SignInAsync(Server);
    }

    [Fact]
    public async Task Whoever_finds_an_open_console_cannot_find_out_the_password()
    {
        await using var server = await ApiServer.StartAsync(Api.Provider);
        var gateway = server.Gateway(Keys.Console, sessionToken: (await SignInAsync(server)).Token);
        for (var i = 0; i < 5; i++)
            await RefusedAsync(
                HttpStatusCode.BadRequest,
                () => gateway.Sessions.ChangePasswordAsync(Change with { CurrentPassword = "wrong" }, Cancellation)
            );

        await RefusedAsync(
            HttpStatusCode.TooManyRequests,
            () => gateway.Sessions.ChangePasswordAsync(Change, Cancellation)
        );
        await SignInAsync(server);
    }

    [Fact]
    public async Task A_weaker_hash_is_made_anew_at_sign_in_and_no_other()
    {
        await using var server = await ApiServer.StartAsync(Api.Provider);
        var weak = new PasswordHasher<MemberRow>(
            Options.Create(new PasswordHasherOptions { IterationCount = 100_000 })
        ).HashPassword(null!, Admin.Password);
        var database = server.Services.GetRequiredService<IDatabase>();
        await database.WriteAccountAsync(
            (db, token) => db.Members.ExecuteUpdateAsync(set => set.SetProperty(row => row.PasswordHash, weak), token),
            Cancellation
        );

        await SignInAsync(server);
        var strong = await HashAsync(database);
        await SignInAsync(server);

        Assert.Equal(Passwords.Iterations, Passwords.IterationsOf(strong));
        Assert.Equal(strong, await HashAsync(database));
    }

    private static async Task<string> HashAsync(IDatabase database)
    {
        await using var db = database.OpenAccount();
        return await db.Members.Select(static row => row.PasswordHash).SingleAsync(Cancellation);
    }

    private static async Task<SessionResponseData> SignInAsync(ApiServer server) =>
        (await server.Gateway(Keys.Console).Sessions.SignInAsync(Credentials, Cancellation)).Data;
}

public sealed class MemberSignInTestsOnSqlite(SqliteApi api) : MemberSignInTests(api), IClassFixture<SqliteApi>;

public sealed class MemberSignInTestsOnPostgreSql(PostgreSqlApi api)
    : MemberSignInTests(api),
        IClassFixture<PostgreSqlApi>;
