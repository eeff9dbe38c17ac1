using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;
using Schematic.Api.Authentication;
using Schematic.Api.Http.Binding;
using Schematic.Api.Http.Idempotency;
using Schematic.Contracts.Wire;

namespace Schematic.Api.Hosting.Description;

/// <summary>
/// Inputs of an operation: its query contract, its body and <c>If-Match</c>, from the metadata of their binders.
/// </summary>
internal static class OperationInputs
{
    public static async Task TransformAsync(
        OpenApiOperation operation,
        OpenApiOperationTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        foreach (var query in context.GetMetadata<QueryMetadata>())
            await AddParametersAsync(operation, query.Type, context, cancellationToken);
        foreach (var _ in context.GetMetadata<IfMatchMetadata>())
            AddIfMatch(operation);
        if (IdempotentRequests.Heeds(context.Description.HttpMethod, context.GetMetadata<AccessRule>()))
            AddIdempotencyKey(operation);
        foreach (var body in context.GetMetadata<BodyMetadata>())
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = body.IsRequired,
                Content = new Dictionary<string, OpenApiMediaType>
                {
                    ["application/json"] = new()
                    {
                        Schema = await context.GetReferenceAsync(body.Type, cancellationToken),
                    },
                },
            };
    }

    private static async Task AddParametersAsync(
        OpenApiOperation operation,
        Type query,
        OpenApiOperationTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        operation.Parameters ??= [];
        var contract = await context.GetOrCreateSchemaAsync(query, null, cancellationToken);
        await context.ReferToContractsAsync(contract, WireJson.Strict.GetTypeInfo(query), cancellationToken);
        foreach (var property in query.GetProperties())
        {
            var name = WireJson.Naming.ConvertName(property.Name);
            var schema = contract.Properties![name];
            var parameter = new OpenApiParameter
            {
                In = ParameterLocation.Query,
                Name = name,
                Description = schema.Description,
                Required = property.IsDefined(typeof(RequiredMemberAttribute)),
                Schema = schema,
            };
            // Once is enough.
            schema.Description = null;
            if (property.PropertyType.IsAssignableTo(typeof(IReadOnlyDictionary<string, string>)))
                (parameter.Style, parameter.Explode) = (ParameterStyle.DeepObject, true);
            else if (
                property.PropertyType != typeof(string)
                && property.PropertyType.IsAssignableTo(typeof(IEnumerable))
            )
                parameter.Explode = true;
            operation.Parameters.Add(parameter);
        }
    }

    private static void AddIfMatch(OpenApiOperation operation)
    {
        operation.Parameters ??= [];
        operation.Parameters.Add(
            new OpenApiParameter
            {
                In = ParameterLocation.Header,
                Name = HeaderNames.IfMatch,
                Description =
                    "The ETag of the state that is to be changed; 412 if it is no longer there. Left out, the last write wins.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            }
        );
    }

    private static void AddIdempotencyKey(OpenApiOperation operation)
    {
        operation.Parameters ??= [];
        operation.Parameters.Add(
            new OpenApiParameter
            {
                In = ParameterLocation.Header,
                Name = IdempotencyKey.Header,
                Description =
                    $"A text of at most {IdempotencyKey.MaxLength} characters that names the request: sent again "
                    + "within a day, it is answered as it was and not carried out again.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            }
        );
    }
}
