using System.Net;
using Schematic.E2E.Browser;

namespace Schematic.E2E.Safety;

/// <summary>Files and proxies, which the console leaves to the API beside it.</summary>
public sealed class EmbeddedApiTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_on_the_disk_is_for_this_account_alone()
    {
        await using var console = await HostedConsole.StartAsync();
        using var http = console.Http("unknown=1");
        (await http.GetAsync("/sign-in", Cancellation)).EnsureSuccessStatusCode();

        Assert.Equal("700", Mode(console.DataPath));
        foreach (var path in Directory.GetFileSystemEntries(console.DataPath, "*", SearchOption.AllDirectories))
            Assert.Equal((path, Directory.Exists(path) ? "700" : "600"), (path, Mode(path)));
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(console.DataPath, "keys")));
    }

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("203.0.113.1", false)]
    public async Task A_proxy_is_believed_only_if_it_is_named(string trusted, bool isBelieved)
    {
        await using var console = await HostedConsole.StartAsync(
            settings: new KeyValuePair<string, string>("TrustedProxies", trusted)
        );
        using var http = console.Http("unknown=1");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/sign-in");
        request.Headers.Add("X-Forwarded-For", "198.51.100.7");
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Host = "console.example.com";

        using var page = await http.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal(isBelieved, page.Headers.Contains("Strict-Transport-Security"));
        Assert.Equal(
            isBelieved,
            page.Headers.GetValues("Set-Cookie")
                .All(static cookie => cookie.StartsWith("__Host-", StringComparison.Ordinal))
        );
    }

    private static string Mode(string path) =>
        OperatingSystem.IsWindows() ? "" : Convert.ToString((int)File.GetUnixFileMode(path), 8);
}
