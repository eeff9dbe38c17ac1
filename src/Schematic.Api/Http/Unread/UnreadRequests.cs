using System.Diagnostics;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.WebUtilities;
using Schematic.Contracts.Wire;
using BadHttpRequestException = Microsoft.AspNetCore.Http.BadHttpRequestException;

namespace Schematic.Api.Http.Unread;

/// <summary>
/// Answers requests that Kestrel cannot read, like one with <c>%00</c> in its path or with headers that are too long,
/// in the shape of every other refusal. They reach no middleware, and have no response that could be written to: but
/// Kestrel tells of them before it sends its bare status, and this has the last word on the connection.
/// </summary>
internal sealed class UnreadRequests(TimeProvider time) : IObserver<KeyValuePair<string, object?>>
{
    private const string BadRequest = "Microsoft.AspNetCore.Server.Kestrel.BadRequest";

    /// <summary>Lets the server be answered for on its connections; not on those of a TLS of its own.</summary>
    public static void Use(KestrelServerOptions kestrel) =>
        kestrel.ConfigureEndpointDefaults(static endpoint =>
            endpoint.Use(static next =>
                connection =>
                {
                    connection.Transport = new Pipes(
                        connection.Transport.Input,
                        new LastWordWriter(connection.Transport.Output)
                    );
                    return next(connection);
                }
            )
        );

    /// <summary>Answers from now on, for as long as the server lives.</summary>
    public static void Answer(WebApplication app) =>
        app
            .Services.GetRequiredService<DiagnosticListener>()
            .Subscribe(
                new UnreadRequests(app.Services.GetRequiredService<TimeProvider>()),
                static (name, _, _) => name == BadRequest
            );

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (
            value is { Key: BadRequest, Value: IFeatureCollection features }
            && features.Get<IBadRequestExceptionFeature>()?.Error is BadHttpRequestException failure
            && features.Get<IHttpResponseFeature>() is { HasStarted: false }
            && features.Get<IConnectionTransportFeature>()?.Transport.Output is LastWordWriter connection
        )
            connection.SayLast(Write(failure.StatusCode));
    }

    public void OnCompleted() { }

    public void OnError(Exception error) { }

    private byte[] Write(int status)
    {
        var error = JsonSerializer.Serialize(new ApiError { Error = ErrorWriter.Sentence(status) }, WireJson.Strict);
        return Encoding.UTF8.GetBytes(
            string.Create(
                    CultureInfo.InvariantCulture,
                    $"""
                    HTTP/1.1 {status} {ReasonPhrases.GetReasonPhrase(status)}
                    Content-Length: {Encoding.UTF8.GetByteCount(error)}
                    Content-Type: application/json; charset=utf-8
                    Date: {time.GetUtcNow():R}
                    Connection: close

                    {error}
                    """
                )
                .ReplaceLineEndings("\r\n")
        );
    }

    private sealed record Pipes(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
