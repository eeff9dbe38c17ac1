using System.Buffers;
using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;

namespace Schematic.Api.Http.Binding;

/// <summary>A request body, read as <typeparamref name="T"/> and validated before the handler runs.</summary>
internal sealed record Body<T>(T Value) : IEndpointParameterMetadataProvider
{
    public static async ValueTask<Body<T>?> BindAsync(HttpContext context)
    {
        var pipe = context.Request.BodyReader;
        while (true)
        {
            var read = await pipe.ReadAsync(context.RequestAborted);
            if (!read.IsCompleted)
            {
                pipe.AdvanceTo(read.Buffer.Start, read.Buffer.End);
                continue;
            }

            try
            {
                if (read.Buffer.IsEmpty)
                    throw ApiProblem.BadRequest("The request body is empty. Send a JSON object.");
                return new Body<T>(
                    read.Buffer.IsSingleSegment
                        ? ContractReader.Read<T>(read.Buffer.FirstSpan)
                        : ContractReader.Read<T>(read.Buffer.ToArray())
                );
            }
            finally
            {
                pipe.AdvanceTo(read.Buffer.End);
            }
        }
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new BodyMetadata(typeof(T)));
}

/// <summary>
/// Tells the OpenAPI document what an operation reads. Not the framework's own metadata, which would refuse JSON sent
/// under another content type.
/// </summary>
internal sealed record BodyMetadata(Type Type);
