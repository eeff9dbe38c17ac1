using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Schematic.Contracts.Environments;
using Schematic.Contracts.Wire;
using Schematic.Gateway.Http;
using Schematic.Testing.Http;

namespace Schematic.Gateway.Tests.Http;

public sealed class GatewayHandlerTests
{
    private const string Operation = "GET /companies/count";

    private readonly FakeApi _api = new();

    private static CancellationToken Cancelled => new(canceled: true);

    [Fact]
    public async Task A_session_sends_its_key_its_environment_and_its_member()
    {
        _api.OnData(Operation, new CountResponse { Count = 1 });
        using var gateway = _api.Gateway("sch_prod_1", "env_1", "token_1");

        await CountAsync(gateway);

        var headers = Assert.Single(_api.Requests).Headers;
        Assert.Equal("sch_prod_1", headers["X-Schematic-Api-Key"]);
        Assert.Equal("env_1", headers["X-Schematic-Environment-Id"]);
        Assert.Equal("token_1", headers["X-Schematic-Session"]);
    }

    [Fact]
    public async Task What_a_session_does_not_have_is_not_sent()
    {
        _api.OnData(Operation, new CountResponse { Count = 1 });
        using var gateway = _api.Gateway();

        await CountAsync(gateway);

        Assert.Equal(
            ["X-Schematic-Api-Key"],
            Assert
                .Single(_api.Requests)
                .Headers.Keys.Where(static name => name.StartsWith("X-", StringComparison.OrdinalIgnoreCase))
        );
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest)]
    [InlineData(HttpStatusCode.Unauthorized)]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.Conflict)]
    [InlineData(HttpStatusCode.UnprocessableEntity)]
    [InlineData(HttpStatusCode.InternalServerError)]
    public async Task A_refusal_carries_its_status_and_the_sentence_of_the_api(HttpStatusCode status)
    {
        _api.OnError(Operation, status, "limit must be at most 250");

        var failure = await FailAsync();

        Assert.Equal(status, failure.Status);
        Assert.Equal("limit must be at most 250", failure.Message);
        Assert.Equal(status == HttpStatusCode.NotFound, failure.IsNotFound);
        Assert.Equal(status == HttpStatusCode.Conflict, failure.IsConflict);
        Assert.False(failure.IsUnreachable);
        Assert.Null(failure.RetryAfter);
    }

    [Theory]
    [InlineData(
        """{"error":"Choose an operator.","field":"rules[2].conditions[0].operator"}""",
        "rules[2].conditions[0].operator"
    )]
    [InlineData("""{"error":"Choose an operator.","field":null}""", null)]
    [InlineData("""{"error":"Choose an operator."}""", null)]
    public async Task A_refusal_names_the_member_it_is_about_if_it_is_about_one(string body, string? field)
    {
        _api.On(Operation, _ => FakeApi.Text(HttpStatusCode.BadRequest, body));

        var failure = await FailAsync();

        Assert.Equal("Choose an operator.", failure.Message);
        Assert.Equal(field, failure.Field);
    }

    [Fact]
    public async Task A_body_that_is_not_a_refusal_names_no_member()
    {
        _api.On(Operation, static _ => FakeApi.Text(HttpStatusCode.BadGateway, """{"field":"secret-host-7"}"""));

        Assert.Null((await FailAsync()).Field);
    }

    [Theory]
    [InlineData(null, """{"error":"Choose a name."}""")]
    [InlineData("name", """{"error":"Choose a name.","field":"name"}""")]
    public void The_member_is_on_the_wire_only_if_there_is_one(string? field, string expected) =>
        Assert.Equal(
            expected,
            JsonSerializer.Serialize(new ApiError { Error = "Choose a name.", Field = field }, WireJson.Strict)
        );

    [Fact]
    public async Task A_rate_limit_says_how_long_to_wait()
    {
        _api.On(
            Operation,
            static _ =>
            {
                var response = FakeApi.Error(HttpStatusCode.TooManyRequests, "Too many requests.");
                response.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(3));
                return response;
            }
        );

        var failure = await FailAsync();

        Assert.Equal(HttpStatusCode.TooManyRequests, failure.Status);
        Assert.Equal(TimeSpan.FromSeconds(3), failure.RetryAfter);
    }

    [Theory]
    [InlineData("<html><h1>Bad gateway, secret-host-7</h1></html>", "text/html")]
    [InlineData("", "text/plain")]
    [InlineData("{}", "application/json")]
    [InlineData("""{"error":""}""", "application/json")]
    [InlineData("""{"error":{"nested":true}}""", "application/json")]
    [InlineData("null", "application/json")]
    public async Task A_refusal_without_a_sentence_gets_one_and_shows_nothing_of_a_strange_body(
        string body,
        string mediaType
    )
    {
        _api.On(Operation, _ => FakeApi.Text(HttpStatusCode.BadGateway, body, mediaType));

        var failure = await FailAsync();

        Assert.Equal(HttpStatusCode.BadGateway, failure.Status);
        Assert.Equal("The API answered 502 without saying why.", failure.Message);
    }

    [Fact]
    public async Task An_api_that_is_starting_is_said_to_be_not_ready()
    {
        _api.On(Operation, static _ => FakeApi.Text(HttpStatusCode.ServiceUnavailable, "", "text/plain"));

        Assert.Equal("The API is not ready yet.", (await FailAsync()).Message);
    }

    [Fact]
    public async Task An_api_that_cannot_be_reached_has_no_status_and_is_named()
    {
        _api.On(
            Operation,
            static HttpResponseMessage (_) => throw new HttpRequestException("Connection refused (secret detail)")
        );

        var failure = await FailAsync();

        Assert.True(failure.IsUnreachable);
        Assert.Null(failure.Status);
        Assert.Equal("The API at http://api.test could not be reached.", failure.Message);
        Assert.IsType<HttpRequestException>(failure.InnerException);
    }

    [Fact]
    public async Task A_connection_that_breaks_within_the_answer_is_unreachable_too()
    {
        _api.On(
            Operation,
            static _ => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new BrokenStream()) }
        );

        var failure = await FailAsync();

        Assert.True(failure.IsUnreachable);
        Assert.Equal("The API at http://api.test could not be reached.", failure.Message);
    }

    [Theory]
    [InlineData("<!doctype html><title>Welcome to nginx</title>")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("""{"data":{}}""")]
    [InlineData("""{"params":{}}""")]
    [InlineData("""{"data":{"count":"many"},"params":{}}""")]
    [InlineData("""{"data":{"count":1},"params":{}""")]
    public async Task An_answer_of_200_that_is_not_the_apis_is_a_failure_and_not_an_empty_list(string body)
    {
        _api.On(Operation, _ => FakeApi.Text(HttpStatusCode.OK, body));

        var failure = await FailAsync();

        Assert.Equal(HttpStatusCode.OK, failure.Status);
        Assert.Contains("base address", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_cancelled_while_it_waits_is_cancelled_and_no_failure()
    {
        _api.OnSilence(Operation);
        using var gateway = _api.Gateway();
        using var user = new CancellationTokenSource();

        var call = gateway.Companies.CountAsync(new(), user.Token);
        await user.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public async Task A_call_cancelled_before_it_starts_sends_nothing()
    {
        using var gateway = _api.Gateway();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gateway.Companies.CountAsync(new(), Cancelled));

        Assert.Empty(_api.Requests);
    }

    [Fact]
    public async Task An_api_that_never_answers_is_unreachable_and_not_a_cancelled_call()
    {
        _api.OnSilence(Operation);
        using var gateway = _api.Gateway(patience: TimeSpan.FromMilliseconds(50));

        var failure = await Assert.ThrowsAsync<GatewayException>(() => CountAsync(gateway));

        Assert.True(failure.IsUnreachable);
        Assert.Equal("The API at http://api.test did not answer within 0.05 seconds.", failure.Message);
    }

    [Fact]
    public async Task Enum_values_of_a_newer_server_are_read_as_unknown()
    {
        const string Environments = """
            {"data":[{"id":"env_1","name":"Sandbox","environment_type":"sandbox","created_at":"2026-11-20T13:37:00.000000Z","updated_at":"2026-11-20T13:37:00.000000Z","shape":"round"}],"params":{}}
            """;
        _api.On("GET /environments", static _ => FakeApi.Text(HttpStatusCode.OK, Environments));
        using var gateway = _api.Gateway();

        var answer = await gateway.Environments.ListAsync(new(), TestContext.Current.CancellationToken);

        Assert.Equal(EnvironmentType.Unknown, Assert.Single(answer.Data).EnvironmentType);
        Assert.Equal("Sandbox", answer.Data[0].Name);
    }

    private static Task CountAsync(SchematicGateway gateway) =>
        gateway.Companies.CountAsync(new(), TestContext.Current.CancellationToken);

    private async Task<GatewayException> FailAsync()
    {
        using var gateway = _api.Gateway();
        return await Assert.ThrowsAsync<GatewayException>(() => CountAsync(gateway));
    }

    private sealed class BrokenStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new IOException("The connection was reset (secret detail).");

        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) =>
            throw new IOException("The connection was reset (secret detail).");
    }
}
