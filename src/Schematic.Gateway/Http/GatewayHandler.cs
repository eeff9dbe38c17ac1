using System.Globalization;
using System.Net;
using System.Text.Json;
using Schematic.Contracts.Wire;

namespace Schematic.Gateway.Http;

/// <summary>Adds the session's headers and turns every failure into a <see cref="GatewayException"/>.</summary>
internal sealed class GatewayHandler(GatewaySession session, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Add(GatewayHeaders.ApiKey, session.ApiKey);
        if (session.EnvironmentId is { } environmentId)
            request.Headers.Add(GatewayHeaders.EnvironmentId, environmentId);
        if (session.SessionToken is { } token)
            request.Headers.Add(GatewayHeaders.Session, token);

        HttpResponseMessage response;
        try
        {
            response = await base.SendAsync(request, cancellationToken);
        }
        catch (HttpRequestException failure)
        {
            throw new GatewayException(null, $"The API at {request.RequestUri?.GetLeftPart(UriPartial.Authority)} could not be reached.", inner: failure);
        }

        if (response.IsSuccessStatusCode)
            return response;
        using (response)
            throw new GatewayException(response.StatusCode, await ReadMessageAsync(response, cancellationToken), RetryAfter(response));
    }

    // The inner handler is shared by all sessions and outlives this one.
    protected override void Dispose(bool disposing) => base.Dispose(false);

    private static async Task<string> ReadMessageAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var body = await response.Content.ReadAsStringAsync(cancellationToken);
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
            : string.Create(CultureInfo.InvariantCulture, $"The API answered {(int)response.StatusCode} without saying why.");
    }

    private static TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter?.Delta;
}
