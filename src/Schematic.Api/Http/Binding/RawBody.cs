using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Metadata;

namespace Schematic.Api.Http.Binding;

/// <summary>
/// A request body that the handler reads itself, member by member, where one wrong part must not cost the others
/// anything. Described as <typeparamref name="T"/>.
/// </summary>
internal sealed record RawBody<T>(JsonElement Json) : IEndpointParameterMetadataProvider
{
    public static async ValueTask<RawBody<T>?> BindAsync(HttpContext context) =>
        new(await RequestBody.ReadAsync(context, static utf8 => Parse(utf8)));

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new BodyMetadata(typeof(T)));

    private static JsonElement Parse(ReadOnlySpan<byte> utf8)
    {
        try
        {
            var json = JsonElement.Parse(utf8);
            return json.ValueKind == JsonValueKind.Object
                ? json
                : throw ApiProblem.BadRequest("The request body must be a JSON object.");
        }
        catch (JsonException malformed)
        {
            throw JsonScan.Malformed(malformed);
        }
    }
}
