using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;

namespace Schematic.Api.Http.Binding;

/// <summary>
/// The header <c>Idempotency-Key</c>, an addition to the published API: a request that is sent again with its key is
/// carried out once.
/// </summary>
/// <param name="Value">Null if the request has none.</param>
internal sealed record IdempotencyKey(string? Value) : IEndpointParameterMetadataProvider
{
    public const string Header = "Idempotency-Key";
    private const int MaxLength = 255;

    public static ValueTask<IdempotencyKey?> BindAsync(HttpContext context)
    {
        var header = context.Request.Headers[Header];
        if (header.Count == 0)
            return ValueTask.FromResult<IdempotencyKey?>(new IdempotencyKey(Value: null));
        if (header is not [{ Length: > 0 and <= MaxLength } key])
            throw ApiProblem.BadRequest($"{Header} must be one text of 1 to {MaxLength} characters.");
        return ValueTask.FromResult<IdempotencyKey?>(new IdempotencyKey(key));
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new IdempotencyKeyMetadata());
}

/// <summary>Tells the OpenAPI document that an operation heeds <c>Idempotency-Key</c>.</summary>
internal sealed record IdempotencyKeyMetadata;
