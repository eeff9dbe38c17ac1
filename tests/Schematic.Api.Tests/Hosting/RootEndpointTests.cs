using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Schematic.Api.Hosting;
using Schematic.Testing.Databases;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Hosting;

public sealed class RootEndpointTests(SqliteApi api) : IClassFixture<SqliteApi>
{
    private const string Browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    [Theory]
    [InlineData(Browser, true)]
    [InlineData("text/html", true)]
    [InlineData("text/html;q=0.5,application/json", false)]
    [InlineData("application/json", false)]
    [InlineData("*/*", false)]
    [InlineData("nonsense", false)]
    [InlineData(null, false)]
    public async Task A_browser_gets_a_page_and_everybody_else_what_was_there_before(string? accept, bool isPage)
    {
        using var answer = await GetAsync(api.Server, accept);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("Accept", Assert.Single(answer.Headers.Vary));
        Assert.Equal(isPage ? "text/html" : "application/json", answer.Content.Headers.ContentType?.MediaType);
        if (isPage)
            Assert.Contains("href=\"/openapi/v1.json\"", text, StringComparison.Ordinal);
        else
            Assert.Equal("/openapi/v1.json", JsonElement.Parse(text).GetProperty("description").GetString());
    }

    [Fact]
    public async Task The_page_is_allowed_its_own_style_and_nothing_else()
    {
        using var answer = await GetAsync(api.Server, Browser);
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        var style = html.Split("<style>")[1].Split("</style>")[0];
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
        Assert.StartsWith(
            $"default-src 'none'; style-src 'sha256-{hash}';",
            Assert.Single(answer.Headers.GetValues("Content-Security-Policy")),
            StringComparison.Ordinal
        );
        Assert.Contains("color-scheme: light dark", style, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("src=", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://localhost:5080", "http://localhost:5080")]
    [InlineData("https://console.example.com", "https://console.example.com")]
    // Bound to every address: the machine is called as the API was.
    [InlineData("http://[::]:8080", "http://127.0.0.1:8080")]
    [InlineData("http://0.0.0.0:8080", "http://127.0.0.1:8080")]
    public async Task The_console_is_where_a_browser_can_reach_it(string bound, string shown)
    {
        await using var server = await ApiServer.StartAsync(
            DatabaseProvider.Sqlite,
            new ApiServerOptions { Services = services => services.AddSingleton(new ConsoleAddress(() => bound)) }
        );

        using var page = await GetAsync(server, Browser);
        using var json = await GetAsync(server, null);

        Assert.Contains(
            $"<a href=\"{shown}\">Open the console</a>",
            await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
        Assert.Equal(
            shown,
            JsonElement
                .Parse(await json.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))
                .GetProperty("console")
                .GetString()
        );
    }

    private static async Task<HttpResponseMessage> GetAsync(ApiServer server, string? accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        if (accept is not null)
            request.Headers.TryAddWithoutValidation("Accept", accept);
        // Not the client that holds answers against the description: it knows the answer for programs.
        using var http = new HttpClient { BaseAddress = server.BaseAddress };
        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
