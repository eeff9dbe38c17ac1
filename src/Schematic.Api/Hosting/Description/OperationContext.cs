using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Schematic.Contracts.Wire;

namespace Schematic.Api.Hosting.Description;

/// <summary>Questions that the transformers ask about an operation.</summary>
internal static class OperationContext
{
    public static IEnumerable<T> GetMetadata<T>(this OpenApiOperationTransformerContext context) =>
        context.Description.ActionDescriptor.EndpointMetadata.OfType<T>();

    /// <summary>The schema of a contract or enum, kept once under its name and referred to.</summary>
    public static async Task<IOpenApiSchema> GetReferenceAsync(
        this OpenApiOperationTransformerContext context,
        Type contract,
        CancellationToken cancellationToken
    )
    {
        var document = context.Document!;
        var shape = WireJson.Strict.GetTypeInfo(contract);
        var name = OpenApiOptions.CreateDefaultSchemaReferenceId(shape) ?? contract.Name;
        if (document.Components?.Schemas?.ContainsKey(name) != true)
        {
            var schema = await context.GetOrCreateSchemaAsync(contract, null, cancellationToken);
            document.AddComponent(name, schema);
            await context.ReferToContractsAsync(schema, shape, cancellationToken);
        }

        return new OpenApiSchemaReference(name, document);
    }

    /// <summary>
    /// Replaces the contracts and enums that the framework wrote out inside <paramref name="schema"/>.
    /// </summary>
    public static async Task ReferToContractsAsync(
        this OpenApiOperationTransformerContext context,
        OpenApiSchema schema,
        JsonTypeInfo shape,
        CancellationToken cancellationToken
    )
    {
        foreach (var member in shape.Properties)
        {
            if (
                schema.Properties?.TryGetValue(member.Name, out var written) != true
                || written is not OpenApiSchema plain
            )
                continue;
            var type = Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType;
            if (IsNamed(type))
            {
                var reference = await context.GetReferenceAsync(type, cancellationToken);
                reference.Description = plain.Description;
                schema.Properties[member.Name] = reference;
            }
            else if (plain.Type?.HasFlag(JsonSchemaType.Array) == true && IsNamed(type.GetGenericArguments()[0]))
            {
                plain.Items = await context.GetReferenceAsync(type.GetGenericArguments()[0], cancellationToken);
            }
        }
    }

    private static bool IsNamed(Type type) =>
        type.Assembly == typeof(WireJson).Assembly && (type.IsEnum || (type.IsClass && !type.IsGenericType));
}
