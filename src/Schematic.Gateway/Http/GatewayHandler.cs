using System.Globalization;
using System.Net;
using System.Text.Json;
using Schematic.Contracts.Wire;

namespace Schematic.Gateway.Http;

/// <summary>Adds the session's headers and turns every failure into a <see cref="GatewayException"/>.</summary>
/// <param name="patience">How long a call may take, the reading of its answer included.</param>
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

        var response = await AnswerAsync(request, cancellationToken);
        if (response.IsSuccessStatusCode)
            return response;
        using (response)
            throw await FailureAsync(response, cancellationToken);
    }

    // The inner handler is shared by all sessions and outlives this one.
    protected override void Dispose(bool disposing) => base.Dispose(false);

    // The whole answer is read here, and the time is kept here: HttpClient would do both after this handler has returned,
    // where a broken connection is no GatewayException and a timeout looks like a call that its caller cancelled.
    private async Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request, CancellationToken cancellationToken)
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

    private static async Task<GatewayException> FailureAsync(
        HttpResponseMessage response,
        CancellationToken cancellationToken
    )
    {
        var body = await response.Content.ReadAsStringAsync(cancellationToken);
        var isStale = response.StatusCode == HttpStatusCode.PreconditionFailed;
        return new GatewayException(response.StatusCode, Message(response, body), RetryAfter(response))
        {
            StaleBody = isStale ? body : null,
            StaleETag = isStale ? response.Headers.ETag?.ToString() : null,
        };
    }

    private static string Message(HttpResponseMessage response, string body)
    {
        try
        {
            if (JsonSerializer.Deserialize<ApiError>(body, WireJson.Tolerant) is { Error.Length: > 0 } error)
                return error.Error;
        }
        catch (JsonException)
        {
            // Something before the API answered (a proxy, a wrong base address): its text is not ours to show.
        }

        return response.StatusCode == HttpStatusCode.ServiceUnavailable
            ? "The API is not ready yet."
            : string.Create(
                CultureInfo.InvariantCulture,
                $"The API answered {(int)response.StatusCode} without saying why."
            );
    }

    private static TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter?.Delta;
}
