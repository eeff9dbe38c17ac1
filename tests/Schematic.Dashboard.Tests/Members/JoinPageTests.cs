using System.Net;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Schematic.Dashboard.Members;
using Schematic.Dashboard.Sessions;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Shared.Session;
using Schematic.Dashboard.Tests.Rendering;
using Schematic.Testing.Http;

namespace Schematic.Dashboard.Tests.Members;

public sealed class JoinPageTests : ConsoleContext
{
    private const string Find = "POST /console/invitations/find";
    private const string Accept = "POST /console/invitations/accept";

    private readonly DefaultHttpContext _context = new();

    public JoinPageTests()
    {
        var target = new GatewayTarget();
        target.Locate(FakeApi.BaseAddress, "console-key");
        Services.AddSingleton(new GatewayFactory(target, Api));
        Services.AddSingleton(new KnownBrowser(new EphemeralDataProtectionProvider()));
        _context.Connection.RemoteIpAddress = IPAddress.Parse("203.0.113.7");
    }

    [Fact]
    public void A_link_that_works_no_more_says_so_and_offers_no_form()
    {
        Api.OnError(Find, HttpStatusCode.NotFound, "This invitation was accepted.");

        var page = Open();

        Assert.Contains("This invitation was accepted.", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("form"));
    }

    [Fact]
    public void Who_joins_says_a_name_and_a_password_and_a_refusal_is_shown()
    {
        Api.OnData(Find, MemberSamples.Invitation("grace@example.com"));
        Api.OnError(Accept, HttpStatusCode.ServiceUnavailable, "Too many people are signing in at this moment.");
        var page = Open();
        Assert.Contains("grace@example.com", page.Find(".lead").TextContent, StringComparison.Ordinal);

        page.Find("form").Submit();
        Assert.Equal(2, page.FindAll(".field-error").Count);
        page.Find("input[autocomplete=name]").Change(" Grace ");
        page.Find("input[type=password]").Change("battery horse staple");
        page.Find("form").Submit();

        var sent = Assert.Single(
            Api.Requests,
            static request => request.Path.EndsWith("accept", StringComparison.Ordinal)
        );
        Assert.Contains("\"token\":\"once\"", sent.Body, StringComparison.Ordinal);
        Assert.Contains("\"name\":\"Grace\"", sent.Body, StringComparison.Ordinal);
        Assert.Contains("\"address\":\"203.0.113.7\"", sent.Body, StringComparison.Ordinal);
        Assert.NotEmpty(page.Find("[role=alert]").TextContent);
        Assert.Empty(page.Find("input[type=password]").GetAttribute("value") ?? "");
    }

    private IRenderedComponent<JoinPage> Open()
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(DashboardUrls.JoinWith("once"));
        return Render<JoinPage>(parameters => parameters.AddCascadingValue<HttpContext>(_context));
    }
}
