using System.Net;
using Microsoft.AspNetCore.Http;
using Schematic.Dashboard.Setup;

namespace Schematic.Dashboard.Tests.Setup;

public sealed class LocalRequestTests
{
    [Theory]
    [InlineData("127.0.0.1", "localhost:5080", null, true)]
    [InlineData("::1", "[::1]:5080", null, true)]
    [InlineData("::ffff:127.0.0.1", "127.0.0.1:5080", null, true)]
    [InlineData("203.0.113.7", "localhost", null, false)]
    [InlineData(null, "localhost", null, false)]
    // A page from elsewhere whose name leads to this machine.
    [InlineData("127.0.0.1", "rebound.example", null, false)]
    [InlineData("127.0.0.1", "localhost.example", null, false)]
    [InlineData("127.0.0.1", "", null, false)]
    // A proxy that runs here.
    [InlineData("127.0.0.1", "localhost", "X-Forwarded-For", false)]
    [InlineData("127.0.0.1", "localhost", "X-Forwarded-Proto", false)]
    [InlineData("127.0.0.1", "localhost", "x-forwarded-host", false)]
    [InlineData("127.0.0.1", "localhost", "Forwarded", false)]
    [InlineData("127.0.0.1", "localhost", "X-Real-IP", false)]
    [InlineData("127.0.0.1", "localhost", "Via", false)]
    [InlineData("127.0.0.1", "localhost", "CF-Connecting-IP", false)]
    public void Only_a_browser_on_this_machine_that_says_so_counts(
        string? peer,
        string host,
        string? header,
        bool isLocal
    )
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = peer is null ? null : IPAddress.Parse(peer);
        context.Request.Host = new HostString(host);
        if (header is not null)
            context.Request.Headers[header] = "127.0.0.1";

        Assert.Equal(isLocal, LocalRequest.Decide(context));
    }
}
