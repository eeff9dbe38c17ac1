using System.Globalization;
using System.Net;
using System.Text;
using Schematic.Contracts.ApiKeys;
using Schematic.Contracts.Events;
using Schematic.Gateway;
using Schematic.Testing.Hosting;
using Keys = Schematic.Testing.Hosting.ApiKeys;

namespace Schematic.Api.Tests.Events.Capture;

/// <summary>Limits of keys that events name themselves.</summary>
public abstract class EventSendersTests(ApiFixture api) : EventTopic(api)
{
    [Fact]
    public async Task Requests_without_a_header_count_against_the_key_of_their_events()
    {
        await using var server = await StartAsync(perSecond: 5);
        var (one, all) = (Event(Keys.Production, "one"), new List<string>());
        for (var i = 0; i < 40; i++)
            all.Add($$"""{"events":[{{one}},{{one}}]}""");

        // Over a second's end there may be twice as many.
        var answers = await Task.WhenAll(all.Select(body => PostAsync(server, "/batch", body)));

        var limited = answers.Where(static answer => answer.Status == HttpStatusCode.TooManyRequests).ToList();
        var taken = answers.Count(static answer => answer.Status == HttpStatusCode.OK);
        Assert.InRange(taken, 5, 30);
        Assert.Equal(answers.Length, taken + limited.Count);
        Assert.All(limited, static answer => AssertIsTold(answer));
        Assert.Equal(2 * taken, await CountAsync(server.Gateway(), "one"));
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(server, "/e", Event(Keys.Staging, "other"))).Status);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(Keys.Production)]
    public async Task A_request_counts_once_however_often_and_in_whichever_form_it_names_a_key(string? header)
    {
        await using var server = await StartAsync(perSecond: 1);
        var id = (await server.Gateway().ApiKeys.WhoAmIAsync(Cancellation)).Data.ApiKeyId!;
        var events = Enumerable.Range(0, 20).Select(i => Event(i % 2 == 0 ? Keys.Production : id, "one"));

        var answer = await PostAsync(server, "/batch", $$"""{"events":[{{string.Join(',', events)}}]}""", header);

        Assert.Equal((HttpStatusCode.OK, "{}"), (answer.Status, answer.Text));
        Assert.Equal(20, await CountAsync(server.Gateway(), "one"));
    }

    [Fact]
    public async Task A_batch_of_which_one_key_is_beyond_its_limit_is_refused_whole()
    {
        await using var server = await StartAsync(perSecond: 1000);
        var (production, staging) = (server.Gateway(), server.Gateway(Keys.Staging));
        var slow = (
            await server
                .Gateway(Keys.Console)
                .ApiKeys.CreateAsync(
                    new CreateApiKeyRequestBody
                    {
                        Name = "Slow",
                        EnvironmentId = (await staging.ApiKeys.WhoAmIAsync(Cancellation)).Data.EnvironmentId,
                        RateLimitPercent = 0,
                    },
                    Cancellation
                )
        ).Data;
        var body = $$"""{"events":[{{Event(Keys.Production, "both")}},{{Event(slow.Secret, "both")}}]}""";

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => PostAsync(server, "/batch", body)));

        var taken = answers.Count(static answer => answer.Status == HttpStatusCode.OK);
        Assert.InRange(taken, 1, 19);
        Assert.All(answers.Where(static answer => answer.Status != HttpStatusCode.OK), AssertIsTold);
        Assert.Equal((taken, taken), (await CountAsync(production, "both"), await CountAsync(staging, "both")));
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(server, "/e", Event(Keys.Production, "both"))).Status);
    }

    private static string Event(string key, string name) =>
        $$$"""{"api_key":"{{{key}}}","type":"track","body":{"event":"{{{name}}}"}}""";

    private static Task<Reply> PostAsync(ApiServer server, string path, string json, string? key = null) =>
        server.SendAsync("POST", path, Encoding.UTF8.GetBytes(json), key);

    private static async Task<long> CountAsync(SchematicGateway gateway, string name) =>
        (await gateway.Events.ListTypesAsync(new EventTypesQuery { EventSubtypes = [name] }, Cancellation)).Data.Sum(
            static type => type.EventCount
        );

    private static void AssertIsTold(Reply limited)
    {
        Assert.Equal(HttpStatusCode.TooManyRequests, limited.Status);
        Assert.InRange(limited.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        var reset = DateTimeOffset.FromUnixTimeSeconds(
            long.Parse(Assert.Single(limited.Headers.GetValues("X-RateLimit-Reset")), CultureInfo.InvariantCulture)
        );
        Assert.InRange(reset, DateTimeOffset.UtcNow.AddMinutes(-1), DateTimeOffset.UtcNow.AddMinutes(1));
        Assert.StartsWith("This API key makes too many requests. Wait ", limited.Error, StringComparison.Ordinal);
    }

    private Task<ApiServer> StartAsync(int perSecond) =>
        ApiServer.StartAsync(
            Api.Provider,
            new ApiServerOptions
            {
                Settings = new Dictionary<string, string?>
                {
                    ["RateLimits:ChecksPerSecond"] = perSecond.ToString(CultureInfo.InvariantCulture),
                },
            }
        );
}

public sealed class EventSendersTestsOnSqlite(SqliteApi api) : EventSendersTests(api), IClassFixture<SqliteApi>;

public sealed class EventSendersTestsOnPostgreSql(PostgreSqlApi api)
    : EventSendersTests(api),
        IClassFixture<PostgreSqlApi>;
