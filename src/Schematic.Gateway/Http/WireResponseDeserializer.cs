using System.Text.Json;
using RestEase;
using Schematic.Contracts.Wire;

namespace Schematic.Gateway.Http;

/// <summary>Reads a response as its contract; any other body becomes a <see cref="GatewayException"/>.</summary>
internal sealed class WireResponseDeserializer : ResponseDeserializer
{
    public override T Deserialize<T>(string? content, HttpResponseMessage response, ResponseDeserializerInfo info)
    {
        try
        {
            var body =
                JsonSerializer.Deserialize<T>(content ?? "", WireJson.Tolerant)
                ?? throw new JsonException("The body is null.");
            return body is Envelope envelope && response.Headers.ETag is { } tag
                ? (T)(object)(envelope with { ETag = tag.ToString() })
                : body;
        }
        catch (JsonException failure)
        {
            const string message =
                "The API answered in a form this console does not understand. "
                + "Is the base address that of a Schematic-compatible API?";
            throw new GatewayException(response.StatusCode, message, inner: failure);
        }
    }
}
