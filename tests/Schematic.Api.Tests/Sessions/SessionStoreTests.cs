using System.Net;
using System.Text.Json;
using Schematic.Api.Tests.Persistence;
using Schematic.Contracts.Sessions;
using Schematic.Contracts.Wire;
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

        clock.Advance(TimeSpan.FromDays(13));
        Assert.Equal(
            clock.GetUtcNow().AddDays(14),
            (await gateway.Sessions.GetSessionAsync(Cancellation)).Data.ExpiresAt
        );
        clock.Advance(TimeSpan.FromDays(13.9));
        await gateway.Sessions.GetSessionAsync(Cancellation);
        clock.Advance(TimeSpan.FromDays(14));

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
    public async Task Whoever_guesses_is_slowed_down_and_nobody_else_is()
    {
        var guess = new SignInRequestBody { Email = $"{Guid.NewGuid():n}@example.com", Password = "wrong" };
        for (var i = 0; i < 10; i++)
            await RefusedAsync(HttpStatusCode.Unauthorized, () => Console.Sessions.SignInAsync(guess, Cancellation));

        var limited = await SendAsync(
            "POST",
            "/console/sessions",
            JsonSerializer.Serialize(guess with { Email = guess.Email.ToUpperInvariant() }, WireJson.Strict),
            Keys.Console
        );

        Assert.Equal(HttpStatusCode.TooManyRequests, limited.Status);
        AssertSentence(limited.Error);
        Assert.InRange(limited.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.NotNull((await SignInAsync(Server)).Token);
    }

    private static async Task<SessionResponseData> SignInAsync(ApiServer server) =>
        (
            await server
                .Gateway(Keys.Console)
                .Sessions.SignInAsync(
                    new SignInRequestBody { Email = Admin.Email, Password = Admin.Password },
                    Cancellation
                )
        ).Data;
}

public sealed class SessionStoreTestsOnSqlite(SqliteApi api) : SessionStoreTests(api), IClassFixture<SqliteApi>;

public sealed class SessionStoreTestsOnPostgreSql(PostgreSqlApi api)
    : SessionStoreTests(api),
        IClassFixture<PostgreSqlApi>;
