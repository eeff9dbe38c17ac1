using System.Collections;
using System.Reflection;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;
using Schematic.Api.Authentication;
using Schematic.Api.Authentication.Credentials;
using Schematic.Api.Http;
using Schematic.Api.Http.Binding;
using Schematic.Contracts.Wire;

namespace Schematic.Api.Hosting;

/// <summary>What <c>/openapi/v1.json</c> says beyond what the framework sees: the key, query contracts, enum values.</summary>
internal static class ApiDescription
{
    private const string SchemeName = "ApiKeyAuth";

    public static void Configure(OpenApiOptions options)
    {
        options.AddDocumentTransformer(
            (document, _, _) =>
            {
                document.Info = new OpenApiInfo
                {
                    Title = "Schematic API",
                    Version = "v1",
                    Description = "The operations of this server. It speaks the published Schematic HTTP API.",
                };
                document.Servers = [];
                document.Components ??= new OpenApiComponents();
                document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
                document.Components.SecuritySchemes[SchemeName] = new OpenApiSecurityScheme
                {
                    Type = SecuritySchemeType.ApiKey,
                    In = ParameterLocation.Header,
                    Name = KeyAuthentication.KeyHeader,
                };
                document.Security =
                [
                    new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(SchemeName, document)] = [] },
                ];
                return Task.CompletedTask;
            }
        );
        options.AddOperationTransformer(
            async (operation, context, cancellationToken) =>
            {
                foreach (var query in context.Description.ActionDescriptor.EndpointMetadata.OfType<QueryMetadata>())
                    await AddParametersAsync(operation, query.Type, context, cancellationToken);
                if (context.Description.ActionDescriptor.EndpointMetadata.OfType<IfMatchMetadata>().Any())
                    AddIfMatch(operation);
                foreach (var body in context.Description.ActionDescriptor.EndpointMetadata.OfType<BodyMetadata>())
                {
                    operation.RequestBody = new OpenApiRequestBody
                    {
                        Required = true,
                        Content = new Dictionary<string, OpenApiMediaType>
                        {
                            ["application/json"] = new()
                            {
                                Schema = await context.GetOrCreateSchemaAsync(body.Type, null, cancellationToken),
                            },
                        },
                    };
                }
            }
        );
        options.AddSchemaTransformer(
            (schema, context, _) =>
            {
                var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
                if (type.IsEnum)
                {
                    schema.Type = JsonSchemaType.String;
                    schema.Enum = [.. WireNames(type).Select(name => (System.Text.Json.Nodes.JsonNode)name)];
                }

                return Task.CompletedTask;
            }
        );
    }

    private static async Task AddParametersAsync(
        OpenApiOperation operation,
        Type query,
        OpenApiOperationTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        operation.Parameters ??= [];
        foreach (var property in query.GetProperties())
        {
            operation.Parameters.Add(
                new OpenApiParameter
                {
                    In = ParameterLocation.Query,
                    Name = WireJson.Naming.ConvertName(property.Name),
                    Required =
                        property.GetCustomAttribute<System.Runtime.CompilerServices.RequiredMemberAttribute>()
                            is not null,
                    Explode =
                        property.PropertyType != typeof(string)
                        && property.PropertyType.IsAssignableTo(typeof(IEnumerable)),
                    Schema = await context.GetOrCreateSchemaAsync(property.PropertyType, null, cancellationToken),
                }
            );
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

    private static IReadOnlyList<string> WireNames(Type type) =>
        (IReadOnlyList<string>)
            typeof(WireEnum<>).MakeGenericType(type).GetProperty(nameof(WireEnum<>.WireNames))!.GetValue(null)!;
}
