using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace Schematic.Api.Http.Binding;

/// <summary>
/// The header <c>If-Match</c>, an addition to the published API: which state of a resource a write means to change.
/// </summary>
/// <param name="Tags">Null where any state will do: then the last write wins.</param>
internal sealed record IfMatch(IReadOnlyList<string>? Tags) : IEndpointParameterMetadataProvider
{
    private const string Any = "*";

    public static ValueTask<IfMatch?> BindAsync(HttpContext context)
    {
        var header = context.Request.Headers.IfMatch;
        if (header.Count == 0 || header is [Any])
            return ValueTask.FromResult<IfMatch?>(new IfMatch(Tags: null));
        if (!EntityTagHeaderValue.TryParseStrictList([.. header.OfType<string>()], out var tags))
            throw ApiProblem.BadRequest("If-Match must repeat an ETag as it was sent, in its quotation marks.");
        // A weak tag does not say that two states are the same to the byte, and never matches here.
        return ValueTask.FromResult<IfMatch?>(
            new IfMatch([.. tags.Where(static tag => !tag.IsWeak).Select(static tag => tag.Tag.ToString())])
        );
    }

    public bool Matches(string tag) => Tags is null || Tags.Contains(tag);

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new IfMatchMetadata());
}

/// <summary>Tells the OpenAPI document that an operation heeds <c>If-Match</c>.</summary>
internal sealed record IfMatchMetadata;
