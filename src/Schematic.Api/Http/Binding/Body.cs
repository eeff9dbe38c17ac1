using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;

namespace Schematic.Api.Http.Binding;

/// <summary>A request body, read as <typeparamref name="T"/> and validated before the handler runs.</summary>
internal sealed record Body<T>(T Value) : IEndpointParameterMetadataProvider
{
    public static async ValueTask<Body<T>?> BindAsync(HttpContext context) =>
        new(await RequestBody.ReadAsync(context, static utf8 => ContractReader.Read<T>(utf8)));

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new BodyMetadata(typeof(T)));
}

/// <summary>
/// Tells the OpenAPI document what an operation reads. Not the framework's own metadata, which would refuse JSON sent
/// under another content type.
/// </summary>
/// <param name="IsRequired">False if the operation does without.</param>
internal sealed record BodyMetadata(Type Type, bool IsRequired = true);
