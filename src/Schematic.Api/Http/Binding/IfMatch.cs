using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Schematic.Api.Http.Binding;

/// <summary>
/// The headers <c>If-Match</c> and <c>If-None-Match: *</c>, additions to the published API: which state of a resource a
/// write means to change.
/// </summary>
/// <param name="Tags">
/// Null where any state will do: then the last write wins. Empty where nothing may be there yet.
/// </param>
internal sealed record IfMatch(IReadOnlyList<string>? Tags) : IEndpointParameterMetadataProvider
{
    private const string Any = "*";

    public static ValueTask<IfMatch?> BindAsync(HttpContext context)
    {
        if (MustBeNew(context.Request.Headers.IfNoneMatch))
            return ValueTask.FromResult<IfMatch?>(new IfMatch([]));
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

    /// <param name="what">The resource as the subject of a sentence, like "This override".</param>
    /// <exception cref="ApiException">412 with the present state: it is none of those that may be written.</exception>
    public void Require<T>(WithETag<T> current, string what)
        where T : class
    {
        if (!Matches(current.ETag))
            throw ApiProblem.Stale(
                $"{what} was changed by somebody else since it was read; nothing was changed now. "
                    + "Look at its present state and decide again.",
                current.AsObject()
            );
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new IfMatchMetadata());

    private static bool MustBeNew(StringValues ifNoneMatch) =>
        ifNoneMatch.Count != 0
        && (
            ifNoneMatch is [Any]
                ? true
                : throw ApiProblem.BadRequest("If-None-Match of a write can only be *: write if nothing is there yet.")
        );
}

/// <summary>Tells the OpenAPI document that an operation heeds <c>If-Match</c>.</summary>
internal sealed record IfMatchMetadata;
