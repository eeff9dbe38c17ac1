using Schematic.E2E.Browser;
using Schematic.Testing.Hosting;

namespace Schematic.E2E.Safety;

/// <summary>Who is asked for the code at set-up.</summary>
public sealed class SetupPageTests
{
    [Theory]
    [InlineData("localhost", null, false)]
    [InlineData("127.0.0.1", null, false)]
    [InlineData("rebound.example", null, true)]
    [InlineData("localhost", "X-Forwarded-For", true)]
    [InlineData("localhost", "X-Real-IP", true)]
    public async Task Only_a_browser_on_this_machine_needs_no_code(string host, string? header, bool isAsked)
    {
        // A proxy on this machine that is believed must not make its visitors ones of this machine.
        await using var console = await HostedConsole.StartAsync(
            settings:
            [
                .. ApiServerOptions.Blank.Settings.Keys.Select(static key => new KeyValuePair<string, string>(key, "")),
                new("TrustedProxies", "127.0.0.1"),
            ]
        );
        using var http = console.Http("unknown=1");
        http.DefaultRequestHeaders.Host = host;
        if (header is not null)
            http.DefaultRequestHeaders.Add(header, "127.0.0.1");

        var page = await http.GetStringAsync("/setup", TestContext.Current.CancellationToken);

        Assert.Contains("Set up this installation", page, StringComparison.Ordinal);
        Assert.Equal(isAsked, page.Contains("One-time code", StringComparison.Ordinal));
    }
}
