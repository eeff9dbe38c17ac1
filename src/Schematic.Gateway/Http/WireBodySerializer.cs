using System.Net.Http.Headers;
using System.Text.Json;
using RestEase;
using Schematic.Contracts.Wire;

namespace Schematic.Gateway.Http;

/// <summary>Writes a request body as the contract's JSON; a null body sends none.</summary>
internal sealed class WireBodySerializer : RequestBodySerializer
{
    public override HttpContent? SerializeBody<T>(T body, RequestBodySerializerInfo info) =>
        body is null
            ? null
            : new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, WireJson.Tolerant))
            {
                Headers = { ContentType = new MediaTypeHeaderValue("application/json") },
            };
}
