using System.Net;
using Schematic.Testing.Databases;
using Schematic.Testing.Hosting;
using Keys = Schematic.Testing.Hosting.ApiKeys;

namespace Schematic.Api.Tests.Authentication.Credentials;

public sealed class KeyAuthenticationTests
{
    [Fact]
    public async Task Whoever_tries_keys_is_slowed_down_and_a_good_key_from_the_same_address_is_not()
    {
        await using var server = await ApiServer.StartAsync(
            DatabaseProvider.Sqlite,
            new ApiServerOptions
            {
                Settings = new Dictionary<string, string?> { ["RateLimits:WrongKeysPerMinute"] = "3" },
            }
        );
        for (var i = 0; i < 3; i++)
            Assert.Equal(HttpStatusCode.Unauthorized, (await TryAsync(server, $"sch_dev_guess{i}")).Status);

        var limited = await TryAsync(server, "sch_dev_another");

        Assert.Equal(HttpStatusCode.TooManyRequests, limited.Status);
        Assert.InRange(limited.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Equal(HttpStatusCode.OK, (await TryAsync(server, Keys.Production)).Status);
    }

    private static Task<Reply> TryAsync(ApiServer server, string key) =>
        server.SendAsync("GET", "/companies", body: null, key);
}
