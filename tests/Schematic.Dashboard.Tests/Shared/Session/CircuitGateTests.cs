using Microsoft.AspNetCore.Http;
using Schematic.Dashboard.Shared.Session;

namespace Schematic.Dashboard.Tests.Shared.Session;

public sealed class CircuitGateTests
{
    [Theory]
    [InlineData("http://console.example", "http", "console.example", null, true)]
    [InlineData("http://localhost:5080", "http", "localhost:5080", null, true)]
    [InlineData("https://console.example", "https", "console.example:443", null, true)]
    [InlineData("HTTP://Console.Example", "http", "console.example", null, true)]
    // A proxy in front ended TLS.
    [InlineData("https://console.example", "http", "console.example", null, true)]
    // A proxy in front changed the host, and the setting says which it was.
    [InlineData("https://console.example", "http", "10.0.0.5:5080", "https://console.example", true)]
    [InlineData("http://evil.example", "http", "console.example", null, false)]
    [InlineData("http://evil.example", "http", "console.example", "https://console.example", false)]
    [InlineData("http://console.example", "https", "console.example", null, false)]
    [InlineData("http://console.example:81", "http", "console.example", null, false)]
    [InlineData("http://console.example.evil.example", "http", "console.example", null, false)]
    [InlineData("http://evil@console.example", "http", "console.example", null, false)]
    [InlineData("http://console.example/path", "http", "console.example", null, false)]
    [InlineData("null", "http", "console.example", null, false)]
    [InlineData("http://", "http", "", null, false)]
    public void Only_the_consoles_own_origin_may_pass(
        string origin,
        string scheme,
        string host,
        string? configured,
        bool passes
    )
    {
        var request = new DefaultHttpContext().Request;
        (request.Scheme, request.Host) = (scheme, new HostString(host));

        Assert.Equal(passes, CircuitGate.IsOwn(origin, configured, request));
    }
}
