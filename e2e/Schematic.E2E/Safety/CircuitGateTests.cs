using System.Net;
using System.Net.WebSockets;
using Schematic.E2E.Browser;

namespace Schematic.E2E.Safety;

/// <summary>The door to circuits, knocked at by what is no page of the console.</summary>
public sealed class CircuitGateTests(Chromium chromium)
{
    [Fact]
    public async Task No_other_site_and_no_program_opens_a_circuit_with_somebodys_cookie()
    {
        await using var console = await HostedConsole.StartAsync();
        await using var visitor = await chromium.SignInAsync(console.Address);
        var cookie = await visitor.CookieAsync();
        var own = console.Address.GetLeftPart(UriPartial.Authority);

        Assert.Equal(HttpStatusCode.SwitchingProtocols, await ConnectAsync(console.Address, cookie, own));
        Assert.Equal(HttpStatusCode.Forbidden, await ConnectAsync(console.Address, cookie, "http://evil.example"));
        Assert.Equal(HttpStatusCode.Forbidden, await ConnectAsync(console.Address, cookie, "null"));
        Assert.Equal(HttpStatusCode.Forbidden, await ConnectAsync(console.Address, cookie, origin: null));
        Assert.Equal(HttpStatusCode.Unauthorized, await ConnectAsync(console.Address, "", own));
        Assert.Equal(HttpStatusCode.OK, await NegotiateAsync(console, cookie, own));
        Assert.Equal(HttpStatusCode.Forbidden, await NegotiateAsync(console, cookie, "http://evil.example"));
        Assert.Equal(HttpStatusCode.Forbidden, await NegotiateAsync(console, cookie, origin: null));
    }

    private static async Task<HttpStatusCode> ConnectAsync(Uri console, string cookie, string? origin)
    {
        using var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        socket.Options.SetRequestHeader("Cookie", cookie);
        if (origin is not null)
            socket.Options.SetRequestHeader("Origin", origin);
        try
        {
            await socket.ConnectAsync(
                new UriBuilder(console) { Scheme = "ws", Path = "/_blazor" }.Uri,
                TestContext.Current.CancellationToken
            );
        }
        catch (WebSocketException)
        {
            // The status says why.
        }

        return socket.HttpStatusCode;
    }

    private static async Task<HttpStatusCode> NegotiateAsync(HostedConsole console, string cookie, string? origin)
    {
        using var http = console.Http(cookie);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1");
        if (origin is not null)
            request.Headers.Add("Origin", origin);
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
