using System.Net;
using System.Text;
using System.Text.Json;
using Schematic.Contracts.Wire;
using Schematic.Gateway;
using Schematic.Gateway.Http;

namespace Schematic.Testing.Http;

/// <summary>
/// An API without a server: it answers what a test taught it, remembers what it was asked, and fails on anything else.
/// </summary>
public sealed class FakeApi : HttpMessageHandler
{
    private readonly List<(
        Func<RecordedRequest, bool> Matches,
        Func<RecordedRequest, CancellationToken, Task<HttpResponseMessage>> Reply
    )> _replies = [];
    private readonly List<RecordedRequest> _requests = [];
    private readonly Lock _gate = new();

    /// <summary>In the order they came.</summary>
    public IReadOnlyList<RecordedRequest> Requests
    {
        get
        {
            lock (_gate)
                return [.. _requests];
        }
    }

    public static Uri BaseAddress { get; } = new("http://api.test/");

    /// <summary>A gateway whose transport is this.</summary>
    public SchematicGateway Gateway(
        string apiKey = "sch_prod_test",
        string? environmentId = null,
        string? sessionToken = null,
        TimeSpan? patience = null
    ) =>
        new(
            BaseAddress,
            new GatewaySession
            {
                ApiKey = apiKey,
                EnvironmentId = environmentId,
                SessionToken = sessionToken,
            },
            this,
            patience
        );

    /// <summary>
    /// Answers a method and path, like <c>"GET /companies"</c>; a later lesson wins over an earlier one.
    /// </summary>
    public FakeApi On(string methodAndPath, Func<RecordedRequest, CancellationToken, Task<HttpResponseMessage>> reply)
    {
        lock (_gate)
            _replies.Insert(0, (request => $"{request.Method} {request.Path}" == methodAndPath, reply));
        return this;
    }

    public FakeApi On(string methodAndPath, Func<RecordedRequest, HttpResponseMessage> reply) =>
        On(methodAndPath, (request, _) => Task.FromResult(reply(request)));

    /// <summary>Answers 200 with <c>{"data": …, "params": {}}</c>.</summary>
    public FakeApi OnData<T>(string methodAndPath, T data) => On(methodAndPath, _ => Data(data));

    /// <summary>Answers 200 with the name of the state in <c>ETag</c>.</summary>
    /// <param name="tag">In its quotation marks.</param>
    public FakeApi OnData<T>(string methodAndPath, T data, string tag) =>
        On(methodAndPath, _ => WithTag(Data(data), tag));

    /// <summary>Answers 412 with the state that is there by now.</summary>
    /// <param name="tag">In its quotation marks.</param>
    public FakeApi OnStale<T>(string methodAndPath, T data, string tag) => On(methodAndPath, _ => Stale(data, tag));

    /// <summary>Answers with <c>{"error": …}</c>, and with <c>"field"</c> if one is named.</summary>
    public FakeApi OnError(string methodAndPath, HttpStatusCode status, string error, string? field = null) =>
        On(methodAndPath, _ => Error(status, error, field));

    /// <summary>Never answers; the call ends when its caller gives up.</summary>
    public FakeApi OnSilence(string methodAndPath) =>
        On(
            methodAndPath,
            static async (_, cancellationToken) =>
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
                throw new InvalidOperationException("Unreachable");
            }
        );

    public static HttpResponseMessage Data<T>(T data, HttpStatusCode status = HttpStatusCode.OK) =>
        Text(
            status,
            JsonSerializer.Serialize(new Envelope<T> { Data = data, Params = new object() }, WireJson.Tolerant)
        );

    public static HttpResponseMessage Stale<T>(T data, string tag) =>
        WithTag(
            Text(
                HttpStatusCode.PreconditionFailed,
                JsonSerializer.Serialize(
                    new StaleError<T> { Error = "Somebody was first.", Data = data },
                    WireJson.Tolerant
                )
            ),
            tag
        );

    public static HttpResponseMessage Error(HttpStatusCode status, string error, string? field = null) =>
        Text(status, JsonSerializer.Serialize(new ApiError { Error = error, Field = field }, WireJson.Tolerant));

    public static HttpResponseMessage Text(HttpStatusCode status, string body, string mediaType = "application/json") =>
        new(status) { Content = new StringContent(body, Encoding.UTF8, mediaType) };

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        // As a real transport does.
        cancellationToken.ThrowIfCancellationRequested();
        var recorded = await RecordedRequest.FromAsync(request, cancellationToken);
        Func<RecordedRequest, CancellationToken, Task<HttpResponseMessage>>? reply;
        lock (_gate)
        {
            _requests.Add(recorded);
            reply = _replies.FirstOrDefault(candidate => candidate.Matches(recorded)).Reply;
        }

        return reply is null
            ? throw new InvalidOperationException(
                $"Nobody taught this fake how to answer {recorded.Method} {recorded.Path}{recorded.Query}."
            )
            : await reply(recorded, cancellationToken);
    }

    private static HttpResponseMessage WithTag(HttpResponseMessage answer, string tag)
    {
        answer.Headers.TryAddWithoutValidation("ETag", tag);
        return answer;
    }
}
