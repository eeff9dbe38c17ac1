using System.Net;
using System.Text.Json;
using Schematic.Contracts.ApiKeys;
using Schematic.Contracts.Events;
using Schematic.Testing.Hosting;
using Keys = Schematic.Testing.Hosting.ApiKeys;

namespace Schematic.Api.Tests.Events.Capture;

/// <summary>The forms in which SDKs and browsers send events.</summary>
public abstract class CaptureEndpointsTests(ApiFixture api) : EventTopic(api)
{
    [Theory]
    [InlineData("/event-batch", 1000, 201)]
    [InlineData("/event-batch", 1001, 400)]
    [InlineData("/batch", 100, 200)]
    [InlineData("/batch", 101, 400)]
    public async Task A_batch_has_a_bound(string path, int count, int status)
    {
        var name = Unique("bound");
        var one = $$$"""{"event_type":"track","body":{"event":"{{{name}}}"}}""";

        var answer = await SendAsync(
            "POST",
            path,
            $$"""{"events":[{{string.Join(',', Enumerable.Repeat(one, count))}}]}"""
        );

        Assert.Equal(status, (int)answer.Status);
        if (path == "/batch" && status == 400)
            Assert.Equal("""{"error":"batch too large","max_size":100}""", answer.Text);
        var summary = (
            await Production.Events.ListTypesAsync(new EventTypesQuery { EventSubtypes = [name] }, Cancellation)
        ).Data;
        Assert.Equal(status < 400 ? count : 0, summary.Sum(static type => type.EventCount));
    }

    [Theory]
    [InlineData("http://app.example", "Content-Type")]
    [InlineData("null", "content-type,x-schematic-api-key")]
    public async Task A_browser_may_send_from_any_page_and_can_read_a_refusal(string origin, string headers)
    {
        using var http = Server.Http();
        using var preflight = new HttpRequestMessage(HttpMethod.Options, "/e");
        preflight.Headers.Add("Origin", origin);
        preflight.Headers.Add("Access-Control-Request-Method", "POST");
        preflight.Headers.Add("Access-Control-Request-Headers", headers);

        using var allowed = await http.SendAsync(preflight, Cancellation);
        using var wrong = new HttpRequestMessage(HttpMethod.Post, "/e") { Content = new StringContent("{}") };
        wrong.Headers.Add("Origin", origin);
        using var refused = await http.SendAsync(wrong, Cancellation);

        Assert.Equal("*", Assert.Single(allowed.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Equal("*", Assert.Single(refused.Headers.GetValues("Access-Control-Allow-Origin")));
    }

    [Fact]
    public async Task A_beacon_of_plain_text_with_a_publishable_key_counts()
    {
        var (domain, name) = (Unique("acme"), Unique("export"));
        var key = (
            await Console.ApiKeys.CreateAsync(
                new CreateApiKeyRequestBody
                {
                    Name = Unique("key"),
                    EnvironmentId = (await Production.ApiKeys.WhoAmIAsync(Cancellation)).Data.EnvironmentId,
                },
                Cancellation
            )
        ).Data;
        using var http = Server.Http();
        using var beacon = new StringContent(
            $$$"""{"api_key":"{{{key.Id}}}","type":"track","tracker_event_id":"{{{name}}}","tracker_user_id":null,"body":{"event":"{{{name}}}","company":{"domain":"{{{domain}}}"}} }""",
            System.Text.Encoding.UTF8,
            "text/plain"
        );

        using var first = await http.PostAsync("/e", beacon, Cancellation);
        using var again = new StringContent(await beacon.ReadAsStringAsync(Cancellation));
        using var retry = await http.PostAsync("/e", again, Cancellation);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.StatusCode, retry.StatusCode));
        Assert.Equal(1, await CounterAsync(Production, domain, name));
    }

    [Fact]
    public async Task A_batch_without_a_header_lands_each_event_in_the_environment_of_its_key()
    {
        var (domain, name) = (Unique("acme"), Unique("export"));
        string Event(string key) =>
            $$$"""{"api_key":"{{{key}}}","type":"track","body":{"event":"{{{name}}}","company":{"domain":"{{{domain}}}"}} }""";

        var answer = await SendAsync(
            "POST",
            "/batch",
            $$"""{"events":[{{Event(Keys.Production)}},{{Event(Keys.Staging)}},{{Event("nosuchkey")}},{{Event(Keys.Production)}}]}""",
            apiKey: null
        );

        Assert.Equal((HttpStatusCode.OK, "{}"), (answer.Status, answer.Text));
        Assert.Equal(2, await CounterAsync(Production, domain, name));
        Assert.Equal(1, await CounterAsync(Staging, domain, name));
        var none = await SendAsync("POST", "/batch", $$"""{"events":[{{Event("nosuchkey")}}]}""", apiKey: null);
        Assert.Equal(HttpStatusCode.Unauthorized, none.Status);
        AssertSentence(none.Error);
        var stored = (await Production.Events.ListAsync(new EventsQuery { EventSubtype = name }, Cancellation)).Data;
        Assert.DoesNotContain(
            Keys.Production,
            JsonSerializer.Serialize(stored.Select(static sent => sent.Body)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_event_whose_key_is_of_another_environment_than_the_header_is_refused_and_can_be_seen()
    {
        var (domain, name) = (Unique("acme"), Unique("export"));

        var answer = await SendAsync(
            "POST",
            "/e",
            $$$"""{"api_key":"{{{Keys.Staging}}}","type":"track","body":{"event":"{{{name}}}","company":{"domain":"{{{domain}}}"}} }"""
        );

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        var failed = Assert.Single(
            (await Production.Events.ListAsync(new EventsQuery { EventSubtype = name }, Cancellation)).Data
        );
        Assert.Equal(EventStatus.Failed, failed.Status);
        Assert.Contains("another environment", failed.ErrorMessage, StringComparison.Ordinal);
        Assert.Empty((await Staging.Events.ListAsync(new EventsQuery { EventSubtype = name }, Cancellation)).Data);
    }
}

public sealed class CaptureEndpointsTestsOnSqlite(SqliteApi api) : CaptureEndpointsTests(api), IClassFixture<SqliteApi>;

public sealed class CaptureEndpointsTestsOnPostgreSql(PostgreSqlApi api)
    : CaptureEndpointsTests(api),
        IClassFixture<PostgreSqlApi>;
