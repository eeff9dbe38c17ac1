using System.Net;
using Bunit;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Schematic.Contracts.Setup;
using Schematic.Dashboard.Sessions;
using Schematic.Dashboard.Setup;
using Schematic.Dashboard.Shared.Session;
using Schematic.Dashboard.Tests.Rendering;
using Schematic.Testing.Http;

namespace Schematic.Dashboard.Tests.Setup;

public sealed class SetupPageTests : ConsoleContext
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_code_is_asked_of_whoever_is_not_on_this_machine(bool isLocal)
    {
        var target = new GatewayTarget();
        target.Locate(FakeApi.BaseAddress, "console-key");
        var gateways = new GatewayFactory(target, Api);
        Services.AddSingleton(target);
        Services.AddSingleton(gateways);
        Services.AddSingleton(new SetupProbe(gateways));
        Services.AddSingleton(new KnownBrowser(new EphemeralDataProtectionProvider()));
        Api.OnData("GET /console/setup", new SetupStatus { Required = true });
        var context = new DefaultHttpContext();
        context.Request.Method = "GET";
        context.Connection.RemoteIpAddress = IPAddress.Loopback;
        context.Request.Host = new HostString(isLocal ? "localhost" : "rebound.example");
        context.Items[typeof(LocalRequest)] = LocalRequest.Decide(context);

        var page = Render<SetupPage>(parameters => parameters.AddCascadingValue<HttpContext>(context));

        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("form")));
        Assert.Equal(isLocal, !page.Markup.Contains("One-time code", StringComparison.Ordinal));
    }
}
