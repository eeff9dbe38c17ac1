using System.Net;
using Bunit;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Schematic.Contracts.Setup;
using Schematic.Dashboard.Sessions;
using Schematic.Dashboard.Shared.Session;
using Schematic.Dashboard.Tests.Rendering;
using Schematic.Testing.Http;

namespace Schematic.Dashboard.Tests.Sessions;

public sealed class SignInPageTests : ConsoleContext
{
    private const string SignIn = "POST /console/sessions";

    private readonly DefaultHttpContext _context = new();

    public SignInPageTests()
    {
        var target = new GatewayTarget();
        target.Locate(FakeApi.BaseAddress, "console-key");
        var gateways = new GatewayFactory(target, Api);
        Services.AddSingleton(gateways);
        Services.AddSingleton(new SetupProbe(gateways));
        Services.AddSingleton(new KnownBrowser(new EphemeralDataProtectionProvider()));
        Api.OnData("GET /console/setup", new SetupStatus { Required = false });
        _context.Connection.RemoteIpAddress = IPAddress.Parse("203.0.113.7");
        _context.Request.Headers.UserAgent = "Firefox/140.0\0é";
        _context.Request.Method = "GET";
    }

    [Fact]
    public void The_API_is_told_where_the_browser_is_and_what_it_says_it_is()
    {
        Api.OnError(SignIn, HttpStatusCode.Unauthorized, "Wrong.");

        var page = Submit();

        Assert.Contains("do not match", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        var body = Api.Requests.Single(static request => request.Method == "POST").Body!;
        Assert.Contains("\"address\":\"203.0.113.7\"", body, StringComparison.Ordinal);
        Assert.Contains("\"user_agent\":\"Firefox/140.0\"", body, StringComparison.Ordinal);
        Assert.DoesNotContain("known_browser", body, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_tries_too_often_reads_how_long_to_wait()
    {
        Api.OnError(SignIn, HttpStatusCode.TooManyRequests, "Too many tries. Wait 40 s and try again.");

        var page = Submit();

        Assert.StartsWith(
            "Too many tries. Wait 40 s",
            page.Find("[role=alert]").TextContent.Trim(),
            StringComparison.Ordinal
        );
    }

    private IRenderedComponent<SignInPage> Submit()
    {
        var page = Render<SignInPage>(parameters => parameters.AddCascadingValue<HttpContext>(_context));
        page.Find("input[type=email]").Change("ada@example.com");
        page.Find("input[type=password]").Change("wrong");
        page.Find("form").Submit();
        return page;
    }
}
