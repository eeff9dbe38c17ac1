using System.Globalization;
using System.Net;
using System.Text.Json;
using Schematic.Contracts.Wire;

namespace Schematic.Gateway.Http;

/// <summary>Adds the session's headers and turns every failure into a <see cref="GatewayException"/>.</summary>
/// <param name="patience">Time limit of a call, including the reading of its response.</param>
internal sealed class GatewayHandler(GatewaySession session, TimeSpan patience, HttpMessageHandler inner)
    : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        request.Headers.Add(GatewayHeaders.ApiKey, session.ApiKey);
        if (session.EnvironmentId is { } environmentId)
            request.Headers.Add(GatewayHeaders.EnvironmentId, environmentId);
        if (session.SessionToken is { } token)
            request.Headers.Add(GatewayHeaders.Session, token);

        var response = await GetResponseAsync(request, cancellationToken);
        if (response.IsSuccessStatusCode)
            return response;
        using (response)
            throw await CreateExceptionAsync(response, cancellationToken);
    }

    // The inner handler is shared by all sessions and outlives this one.
    protected override void Dispose(bool disposing) => base.Dispose(false);

    // Reads the whole body and keeps the time limit: HttpClient would do both after this handler has returned, where a
    // broken connection is no GatewayException and a timeout looks like a call that its caller cancelled.
    private async Task<HttpResponseMessage> GetResponseAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(patience);
        HttpResponseMessage? response = null;
        try
        {
            response = await base.SendAsync(request, limited.Token);
            await response.Content.LoadIntoBufferAsync(limited.Token);
            return response;
        }
        catch (Exception failure)
            when (failure is HttpRequestException
                || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested)
            )
        {
            response?.Dispose();
            var address = request.RequestUri?.GetLeftPart(UriPartial.Authority);
            var message =
                failure is HttpRequestException
                    ? $"The API at {address} could not be reached."
                    : string.Create(
                        CultureInfo.InvariantCulture,
                        $"The API at {address} did not answer within {patience.TotalSeconds:0.###} seconds."
                    );
            throw new GatewayException(null, message, inner: failure);
        }
    }

    private static async Task<GatewayException> CreateExceptionAsync(
        HttpResponseMessage response,
        CancellationToken cancellationToken
    )
    {
        var body = await response.Content.ReadAsStringAsync(cancellationToken);
        var error = ReadError(body);
        var isStale = response.StatusCode == HttpStatusCode.PreconditionFailed;
        return new GatewayException(
            response.StatusCode,
            error?.Error ?? GetDefaultMessage(response.StatusCode),
            response.Headers.RetryAfter?.Delta
        )
        {
            Field = error?.Field,
            StaleBody = isStale ? body : null,
            StaleETag = isStale ? response.Headers.ETag?.ToString() : null,
        };
    }

    /// <summary>The refusal that the API wrote; null if the body is not its own.</summary>
    private static ApiError? ReadError(string body)
    {
        try
        {
            return JsonSerializer.Deserialize<ApiError>(body, WireJson.Tolerant) is { Error.Length: > 0 } error
                ? error
                : null;
        }
        catch (JsonException)
        {
            // Something before the API answered (a proxy, a wrong base address): its text is not ours to show.
            return null;
        }
    }

    private static string GetDefaultMessage(HttpStatusCode status) =>
        status == HttpStatusCode.ServiceUnavailable
            ? "The API is not ready yet."
            : string.Create(CultureInfo.InvariantCulture, $"The API answered {(int)status} without saying why.");
}
