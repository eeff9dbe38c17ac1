using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Schematic.Api.Authentication;
using Schematic.Api.Http;
using Schematic.Contracts.ApiKeys;
using Schematic.Testing.Databases;
using Schematic.Testing.Hosting;
using Keys = Schematic.Testing.Hosting.ApiKeys;

namespace Schematic.Api.Tests.Authentication;

public sealed class RateLimitsTests
{
    [Fact]
    public async Task A_key_beyond_its_limit_is_told_when_to_come_back_and_holds_up_nobody_else()
    {
        await using var server = await ApiServer.StartAsync(
            DatabaseProvider.Sqlite,
            new ApiServerOptions { Settings = new Dictionary<string, string?> { ["RateLimits:CorePerSecond"] = "5" } }
        );

        // Over a second's end there may be twice as many.
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 40).Select(_ => server.SendAsync("GET", "/whoami", null, Keys.Production))
        );

        var limited = answers.Where(static answer => answer.Status == HttpStatusCode.TooManyRequests).ToList();
        Assert.InRange(answers.Count(static answer => answer.Status == HttpStatusCode.OK), 5, 30);
        Assert.NotEmpty(limited);
        Assert.All(
            limited,
            static answer =>
            {
                Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
                var reset = long.Parse(
                    Assert.Single(answer.Headers.GetValues("X-RateLimit-Reset")),
                    CultureInfo.InvariantCulture
                );
                Assert.InRange(
                    reset,
                    DateTimeOffset.UtcNow.AddMinutes(-1).ToUnixTimeSeconds(),
                    DateTimeOffset.UtcNow.AddMinutes(1).ToUnixTimeSeconds()
                );
                Assert.EndsWith(".", answer.Error, StringComparison.Ordinal);
            }
        );
        Assert.Equal(HttpStatusCode.OK, (await server.SendAsync("GET", "/whoami", null, Keys.Staging)).Status);
        Assert.Equal(HttpStatusCode.OK, (await server.SendAsync("GET", "/health/live", null, Keys.Production)).Status);
    }

    [Fact]
    public async Task A_percentage_lowers_the_share_of_one_key_from_the_next_request_on()
    {
        await using var server = await ApiServer.StartAsync(
            DatabaseProvider.Sqlite,
            new ApiServerOptions
            {
                Settings = new Dictionary<string, string?> { ["RateLimits:CorePerSecond"] = "1000" },
            }
        );
        var key = (
            await server
                .Gateway(Keys.Console)
                .ApiKeys.CreateAsync(
                    new CreateApiKeyRequestBody { Name = "Slow" },
                    TestContext.Current.CancellationToken
                )
        ).Data;
        Assert.Equal(HttpStatusCode.OK, (await server.SendAsync("GET", "/whoami", null, key.Secret)).Status);

        await server
            .Gateway(Keys.Console)
            .ApiKeys.UpdateAsync(
                key.Id,
                new UpdateApiKeyRequestBody { RateLimitPercent = 0 },
                TestContext.Current.CancellationToken
            );

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => server.SendAsync("GET", "/whoami", null, key.Secret))
        );
        Assert.Contains(answers, static answer => answer.Status == HttpStatusCode.TooManyRequests);
        Assert.Contains(answers, static answer => answer.Status == HttpStatusCode.OK);
    }

    // A window may end between the two, though hardly five times.
    [Fact]
    public void A_key_has_one_limit_whether_the_caller_or_an_event_names_it() =>
        Assert.Contains(
            Enumerable.Range(0, 5),
            static _ =>
            {
                using var limits = new RateLimits(Options.Create(new RateLimitOptions { ChecksPerSecond = 1 }));
                var limiter = new RateLimiterOptions();
                limits.Configure(limiter);
                var key = new CachedKey(7, "api_7", 1, Readonly: false, [], RateLimitPercent: null);
                using var request = limiter.GlobalLimiter!.AttemptAcquire(RequestOf(key));
                limits.Count(key with { Seq = 8 });
                return request.IsAcquired
                    && Record.Exception(() => limits.Count(key)) is ApiException { Status: 429, RetryAfter: not null };
            }
        );

    [Theory]
    [InlineData(1000, null, 1000)]
    [InlineData(1000, 99, 990)]
    [InlineData(1000, 1, 10)]
    [InlineData(1000, 0, 1)]
    [InlineData(5, 10, 1)]
    [InlineData(int.MaxValue, 99, 2126008810)]
    public void A_share_is_a_part_of_the_limit_and_never_nothing(int limit, int? percent, int share) =>
        Assert.Equal(share, RateLimits.Share(limit, percent));

    private static DefaultHttpContext RequestOf(CachedKey key)
    {
        var caller = new Caller();
        caller.IsKey(key, isPublishable: false, boundTo: null, environment: null);
        var request = new DefaultHttpContext
        {
            RequestServices = new ServiceCollection().AddSingleton(caller).BuildServiceProvider(),
        };
        request.SetEndpoint(
            new Endpoint(
                requestDelegate: null,
                new EndpointMetadataCollection(new AccessRule(Access.Capture, NeedsEnvironment: true)),
                displayName: null
            )
        );
        return request;
    }
}
