using System.Net;
using Schematic.Contracts.Sessions;
using Schematic.Gateway;
using Schematic.Testing.Databases;
using Schematic.Testing.Hosting;
using Schematic.Testing.Time;
using Keys = Schematic.Testing.Hosting.ApiKeys;

namespace Schematic.Api.Tests.Sessions;

public sealed class SignInThrottleTests : IAsyncLifetime
{
    private static readonly SignInRequestBody Owner = new()
    {
        Email = Admin.Email,
        Password = Admin.Password,
        Address = "203.0.113.7",
    };

    private static readonly SignInRequestBody Stranger = Owner with { Password = "wrong", Address = "198.51.100.9" };

    private readonly TestClock _clock = new();
    private ApiServer _server = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private SchematicGateway Console => _server.Gateway(Keys.Console);

    public async ValueTask InitializeAsync() =>
        _server = await ApiServer.StartAsync(DatabaseProvider.Sqlite, new ApiServerOptions { Clock = _clock });

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_stranger_cannot_lock_the_owner_out()
    {
        await GuessAsync(Stranger, 5);
        await RefusedAsync(HttpStatusCode.TooManyRequests, Stranger);

        Assert.NotNull((await Console.Sessions.SignInAsync(Owner, Cancellation)).Data.Token);
        await RefusedAsync(HttpStatusCode.TooManyRequests, Stranger with { Password = Admin.Password });
        _clock.Advance(TimeSpan.FromMinutes(1));
        await RefusedAsync(HttpStatusCode.Unauthorized, Stranger);
    }

    [Fact]
    public async Task A_known_browser_keeps_its_own_allowance_beside_a_guesser_at_the_same_address()
    {
        var known = Owner with { Address = Stranger.Address, KnownBrowser = "a-browser-of-the-owner" };
        await GuessAsync(Stranger, 5);
        await GuessAsync(Stranger with { Email = "b@example.com" }, 5);
        await GuessAsync(Stranger with { Email = "c@example.com" }, 5);
        await GuessAsync(Stranger with { Email = "d@example.com" }, 5);
        await RefusedAsync(HttpStatusCode.TooManyRequests, known with { KnownBrowser = null });

        Assert.NotNull((await Console.Sessions.SignInAsync(known, Cancellation)).Data.Token);
        await GuessAsync(known with { Password = "wrong" }, 5);
        await RefusedAsync(HttpStatusCode.TooManyRequests, known);
    }

    [Fact]
    public async Task An_address_may_not_go_through_emails_one_by_one()
    {
        for (var i = 0; i < 20; i++)
            await RefusedAsync(HttpStatusCode.Unauthorized, Stranger with { Email = $"{i}@example.com" });

        await RefusedAsync(HttpStatusCode.TooManyRequests, Stranger with { Email = "20@example.com" });
    }

    [Fact]
    public async Task Whoever_signs_in_rightly_may_do_so_again_and_again()
    {
        for (var i = 0; i < 25; i++)
            Assert.NotNull((await Console.Sessions.SignInAsync(Owner, Cancellation)).Data.Token);
    }

    private async Task GuessAsync(SignInRequestBody guess, int times)
    {
        for (var i = 0; i < times; i++)
            await RefusedAsync(HttpStatusCode.Unauthorized, guess);
    }

    private async Task RefusedAsync(HttpStatusCode status, SignInRequestBody body)
    {
        var refusal = await Assert.ThrowsAsync<Gateway.Http.GatewayException>(() =>
            Console.Sessions.SignInAsync(body, Cancellation)
        );
        Assert.Equal(status, refusal.Status);
    }
}
