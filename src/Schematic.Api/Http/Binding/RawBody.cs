using System.Buffers;
using System.IO.Pipelines;
using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Connections;
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

/// <summary>Reads the bytes of a request body at once, wherever they lie.</summary>
internal static class RequestBody
{
    public delegate T Reader<out T>(ReadOnlySpan<byte> utf8);

    /// <exception cref="ApiException">400: the body is empty.</exception>
    public static async ValueTask<T> ReadAsync<T>(HttpContext context, Reader<T> read)
    {
        var pipe = context.Request.BodyReader;
        while (true)
        {
            var result = await ReadAsync(pipe, context.RequestAborted);
            if (!result.IsCompleted)
            {
                pipe.AdvanceTo(result.Buffer.Start, result.Buffer.End);
                continue;
            }

            try
            {
                if (result.Buffer.IsEmpty)
                    throw ApiProblem.BadRequest("The request body is empty. Send a JSON object.");
                return result.Buffer.IsSingleSegment ? read(result.Buffer.FirstSpan) : read(result.Buffer.ToArray());
            }
            finally
            {
                pipe.AdvanceTo(result.Buffer.End);
            }
        }
    }

    // Kestrel tells of chunks whose size is no number of any use as of a broken connection.
    private static async ValueTask<ReadResult> ReadAsync(PipeReader pipe, CancellationToken cancellationToken)
    {
        try
        {
            return await pipe.ReadAsync(cancellationToken);
        }
        catch (IOException failure) when (failure is not (BadHttpRequestException or ConnectionResetException))
        {
            throw new BadHttpRequestException(failure.Message, failure);
        }
    }
}
