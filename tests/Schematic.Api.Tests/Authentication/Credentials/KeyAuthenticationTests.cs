using System.Net;
using System.Text;
using Schematic.Testing.Databases;
using Schematic.Testing.Hosting;
using Keys = Schematic.Testing.Hosting.ApiKeys;

namespace Schematic.Api.Tests.Authentication.Credentials;

public sealed class KeyAuthenticationTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Whoever_tries_keys_is_slowed_down_and_a_good_key_from_the_same_address_is_not(bool inEvents)
    {
        Func<ApiServer, string, Task<Reply>> tryAsync = inEvents ? CaptureAsync : TryAsync;
        await using var server = await ApiServer.StartAsync(
            DatabaseProvider.Sqlite,
            new ApiServerOptions
            {
                Settings = new Dictionary<string, string?> { ["RateLimits:WrongKeysPerMinute"] = "3" },
            }
        );
        for (var i = 0; i < 3; i++)
            Assert.Equal(HttpStatusCode.Unauthorized, (await tryAsync(server, $"sch_dev_guess{i}")).Status);

        var limited = await tryAsync(server, "sch_dev_another");

        Assert.Equal(HttpStatusCode.TooManyRequests, limited.Status);
        Assert.InRange(limited.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Equal(HttpStatusCode.OK, (await tryAsync(server, Keys.Production)).Status);
    }

    private static Task<Reply> TryAsync(ApiServer server, string key) =>
        server.SendAsync("GET", "/companies", body: null, key);

    private static Task<Reply> CaptureAsync(ApiServer server, string key) =>
        server.SendAsync(
            "POST",
            "/e",
            Encoding.UTF8.GetBytes($$"""{ "api_key": "{{key}}", "type": "track", "body": { "event": "export" } }"""),
            apiKey: null
        );
}
