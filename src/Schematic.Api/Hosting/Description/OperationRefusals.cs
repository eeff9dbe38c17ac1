using System.Globalization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Schematic.Api.Authentication;
using Schematic.Api.Http.Binding;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Events;
using Schematic.Contracts.Wire;

namespace Schematic.Api.Hosting.Description;

/// <summary>
/// The refusals that an operation can answer, which follow from what it asks of its caller and what it reads.
/// </summary>
internal static class OperationRefusals
{
    public static async Task TransformAsync(
        OpenApiOperation operation,
        OpenApiOperationTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        var rule = context.GetMetadata<AccessRule>().LastOrDefault() ?? new AccessRule(Access.Admin, true);
        if (rule.Access == Access.Open)
        {
            operation.Security = [];
            return;
        }

        var error = await context.GetReferenceAsync(typeof(ApiError), cancellationToken);
        foreach (var (status, description) in GetRefusals(operation, context, rule))
        {
            var schema = status switch
            {
                StatusCodes.Status412PreconditionFailed => await context.GetReferenceAsync(
                    StaleErrorType.Of(context),
                    cancellationToken
                ),
                StatusCodes.Status400BadRequest when context.Description.RelativePath == "batch" =>
                    await context.GetReferenceAsync(typeof(BatchTooLarge), cancellationToken),
                _ => error,
            };
            operation.Responses ??= [];
            operation.Responses[status.ToString(CultureInfo.InvariantCulture)] = new OpenApiResponse
            {
                Description = description,
                Content = new Dictionary<string, OpenApiMediaType> { ["application/json"] = new() { Schema = schema } },
            };
        }
    }

    private static IEnumerable<(int Status, string Description)> GetRefusals(
        OpenApiOperation operation,
        OpenApiOperationTransformerContext context,
        AccessRule rule
    )
    {
        var hasBody = context.GetMetadata<BodyMetadata>().Any();
        var readsByKeys = context.GetMetadata<QueryMetadata>().Any(static query => query.Type == typeof(KeysQuery));
        var isWrite =
            context.Description.HttpMethod != HttpMethods.Get
            && rule.Access is Access.Write or Access.Admin or Access.Console;
        if (hasBody || rule.NeedsEnvironment || context.GetMetadata<QueryMetadata>().Any())
            yield return (
                400,
                "The request cannot be understood or names no environment; `field` says which member is wrong."
            );
        yield return (401, "The API key is missing, mistyped or revoked.");
        yield return (403, "The API key may not do this, or not in this environment.");
        if (rule.NeedsEnvironment || readsByKeys || operation.Parameters?.Any(IsInPath) == true)
            yield return (404, "What the request names does not exist in this environment.");
        if (isWrite || readsByKeys)
            yield return (409, "The request conflicts with what is there; nothing was changed.");
        if (context.GetMetadata<IfMatchMetadata>().Any())
            yield return (
                412,
                "The resource is no longer in the state that If-Match names; `data` has it as it is now."
            );
        if (hasBody)
            yield return (413, "The request body is larger than 1 MiB.");
        if (rule.Access != Access.Console || operation.OperationId is "signIn" or "changePassword")
            yield return (429, "Too many requests; `Retry-After` says how many seconds to wait.");
    }

    private static bool IsInPath(IOpenApiParameter parameter) => parameter.In == ParameterLocation.Path;
}
