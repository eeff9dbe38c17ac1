using System.Net;
using Schematic.Api.Tests.Persistence;
using Schematic.Contracts.Sessions;
using Schematic.Testing.Hosting;
using Schematic.Testing.Time;
using Keys = Schematic.Testing.Hosting.ApiKeys;

namespace Schematic.Api.Tests.Sessions;

public abstract class SessionStoreTests(ApiFixture api) : ApiTopic(api)
{
    [Fact]
    public async Task A_member_signs_in_is_known_over_a_restart_and_signs_out()
    {
        await using var server = await ApiServer.StartAsync(Api.Provider);
        var session = await SignInAsync(server);
        Assert.DoesNotContain(
            await TableDump.OfAsync(server),
            row => row.Contains(session.Token!, StringComparison.Ordinal)
        );

        await server.RestartAsync();

        var gateway = server.Gateway(Keys.Console, sessionToken: session.Token);
        var known = (await gateway.Sessions.GetSessionAsync(Cancellation)).Data;
        Assert.Equal((Admin.Email, session.MemberId, null), (known.Email, known.MemberId, known.Token));
        Assert.Equal(session.MemberId, (await gateway.ApiKeys.WhoAmIAsync(Cancellation)).Data.UserId);
        await gateway.Sessions.SignOutAsync(Cancellation);
        await RefusedAsync(HttpStatusCode.Unauthorized, () => gateway.Sessions.GetSessionAsync(Cancellation));
        await RefusedAsync(HttpStatusCode.Unauthorized, () => gateway.ApiKeys.WhoAmIAsync(Cancellation));
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_email_get_the_same_answer()
    {
        var password = await RefusedAsync(
            HttpStatusCode.Unauthorized,
            () =>
                Console.Sessions.SignInAsync(
                    new SignInRequestBody { Email = Admin.Email, Password = "wrong" },
                    Cancellation
                )
        );
        var email = await RefusedAsync(
            HttpStatusCode.Unauthorized,
            () =>
                Console.Sessions.SignInAsync(
                    new SignInRequestBody { Email = "nobody@example.com", Password = Admin.Password },
                    Cancellation
                )
        );

        Assert.Equal(password, email);
    }

    [Fact]
    public async Task A_session_ends_two_weeks_after_it_was_last_used()
    {
        var clock = new TestClock();
        await using var server = await ApiServer.StartAsync(Api.Provider, new ApiServerOptions { Clock = clock });
        var session = await SignInAsync(server);
        var gateway = server.Gateway(Keys.Console, sessionToken: session.Token);
        Assert.Equal(clock.GetUtcNow().AddDays(14), session.ExpiresAt);

        clock.Jump(TimeSpan.FromDays(13));
        Assert.Equal(
            clock.GetUtcNow().AddDays(14),
            (await gateway.Sessions.GetSessionAsync(Cancellation)).Data.ExpiresAt
        );
        clock.Jump(TimeSpan.FromDays(13.9));
        await gateway.Sessions.GetSessionAsync(Cancellation);
        clock.Jump(TimeSpan.FromDays(14));

        await RefusedAsync(HttpStatusCode.Unauthorized, () => gateway.Sessions.GetSessionAsync(Cancellation));
    }

    [Fact]
    public async Task A_session_is_nothing_without_the_consoles_own_key()
    {
        var session = await SignInAsync(Server);

        var answer = (
            await Server.Gateway(Keys.Production, sessionToken: session.Token).ApiKeys.WhoAmIAsync(Cancellation)
        ).Data;

        Assert.Null(answer.UserId);
        await RefusedAsync(
            HttpStatusCode.Forbidden,
            () => Server.Gateway(Keys.Production, sessionToken: session.Token).Sessions.GetSessionAsync(Cancellation)
        );
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("nobodyhasthistoken")]
    public async Task Without_a_known_token_there_is_no_session(string? token) =>
        await RefusedAsync(
            HttpStatusCode.Unauthorized,
            () => Server.Gateway(Keys.Console, sessionToken: token).Sessions.GetSessionAsync(Cancellation)
        );

    [Fact]
    public async Task A_member_sees_their_sessions_and_ends_one_of_them()
    {
        await using var server = await ApiServer.StartAsync(Api.Provider);
        var (old, mine) = (await SignInAsync(server, "203.0.113.7", "Firefox"), await SignInAsync(server));
        var gateway = server.Gateway(Keys.Console, sessionToken: mine.Token);

        var listed = (await gateway.Sessions.ListSessionsAsync(Cancellation)).Data;

        Assert.Equal([true, false], listed.Select(static session => session.IsCurrent));
        Assert.Equal(("203.0.113.7", "Firefox"), (listed[1].Address, listed[1].UserAgent));
        await RefusedAsync(
            HttpStatusCode.NotFound,
            () => gateway.Sessions.EndSessionAsync("sess_nobodys", Cancellation)
        );
        await gateway.Sessions.EndSessionAsync(listed[1].Id, Cancellation);
        await OverAsync(server, old);
        Assert.Single((await gateway.Sessions.ListSessionsAsync(Cancellation)).Data);
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_every_session_at_once()
    {
        await using var server = await ApiServer.StartAsync(Api.Provider);
        var (one, other) = (await SignInAsync(server), await SignInAsync(server));
        // Believed for a moment, as by an open page.
        await server.Gateway(Keys.Console, sessionToken: one.Token).ApiKeys.WhoAmIAsync(Cancellation);

        await server.Gateway(Keys.Console, sessionToken: other.Token).Sessions.EndSessionsAsync(Cancellation);

        await OverAsync(server, one);
        await OverAsync(server, other);
    }

    [Fact]
    public async Task Of_many_sessions_those_that_are_over_are_found_without_using_any()
    {
        var clock = new TestClock();
        await using var server = await ApiServer.StartAsync(Api.Provider, new ApiServerOptions { Clock = clock });
        var (standing, over) = (await SignInAsync(server), await SignInAsync(server));
        await server.Gateway(Keys.Console, sessionToken: over.Token).Sessions.SignOutAsync(Cancellation);
        string[] hashes = [HashOf(standing), HashOf(over), new('0', 64)];
        clock.Jump(TimeSpan.FromDays(13));
        var console = server.Gateway(Keys.Console);

        var ended = await console.Sessions.FindEndedSessionsAsync(new() { TokenHashes = hashes }, Cancellation);

        Assert.Equal(hashes[1..], ended.Data.TokenHashes);
        clock.Jump(TimeSpan.FromDays(1));
        ended = await console.Sessions.FindEndedSessionsAsync(new() { TokenHashes = hashes }, Cancellation);
        Assert.Equal(hashes, ended.Data.TokenHashes);
        await RefusedAsync(
            HttpStatusCode.BadRequest,
            () => console.Sessions.FindEndedSessionsAsync(new() { TokenHashes = ["no hash"] }, Cancellation)
        );
    }

    private static string HashOf(SessionResponseData session) =>
        Convert.ToHexStringLower(Schematic.Api.Authentication.Secrets.Hash(session.Token!));

    private static async Task OverAsync(ApiServer server, SessionResponseData session)
    {
        var gateway = server.Gateway(Keys.Console, sessionToken: session.Token);
        await RefusedAsync(HttpStatusCode.Unauthorized, () => gateway.Sessions.GetSessionAsync(Cancellation));
        await RefusedAsync(HttpStatusCode.Unauthorized, () => gateway.ApiKeys.WhoAmIAsync(Cancellation));
    }

    private static async Task<SessionResponseData> SignInAsync(
        ApiServer server,
        string? address = null,
        string? userAgent = null
    ) =>
        (
            await server
                .Gateway(Keys.Console)
                .Sessions.SignInAsync(
                    new SignInRequestBody
                    {
                        Email = Admin.Email,
                        Password = Admin.Password,
                        Address = address,
                        UserAgent = userAgent,
                    },
                    Cancellation
                )
        ).Data;
}

public sealed class SessionStoreTestsOnSqlite(SqliteApi api) : SessionStoreTests(api), IClassFixture<SqliteApi>;

public sealed class SessionStoreTestsOnPostgreSql(PostgreSqlApi api)
    : SessionStoreTests(api),
        IClassFixture<PostgreSqlApi>;
