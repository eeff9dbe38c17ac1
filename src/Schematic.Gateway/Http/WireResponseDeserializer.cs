using System.Text.Json;
using RestEase;
using Schematic.Contracts.Wire;

namespace Schematic.Gateway.Http;

internal sealed class WireResponseDeserializer : ResponseDeserializer
{
    public override T Deserialize<T>(string? content, HttpResponseMessage response, ResponseDeserializerInfo info)
    {
        try
        {
            var answer =
                JsonSerializer.Deserialize<T>(content ?? "", WireJson.Tolerant)
                ?? throw new JsonException("The body is null.");
            return answer is Envelope envelope && response.Headers.ETag is { } tag
                ? (T)(object)(envelope with { ETag = tag.ToString() })
                : answer;
        }
        catch (JsonException failure)
        {
            throw new GatewayException(
                response.StatusCode,
                "The API answered in a form this console does not understand. Is the base address that of a Schematic-compatible API?",
                inner: failure
            );
        }
    }
}
