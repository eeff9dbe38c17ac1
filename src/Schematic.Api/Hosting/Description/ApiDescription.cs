using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Schematic.Api.Authentication.Credentials;

namespace Schematic.Api.Hosting.Description;

/// <summary>
/// Additions to <c>/openapi/v1.json</c> that the framework does not see: keys, queries, bodies, refusals, enum values.
/// </summary>
internal static class ApiDescription
{
    private const string SchemeName = "ApiKeyAuth";

    public static void Configure(OpenApiOptions options)
    {
        options.CreateSchemaReferenceId = ContractSchemas.GetReferenceId;
        options.AddSchemaTransformer(ContractSchemas.TransformAsync);
        options.AddOperationTransformer(OperationInputs.TransformAsync);
        options.AddOperationTransformer(OperationSummaries.TransformAsync);
        options.AddOperationTransformer(OperationRefusals.TransformAsync);
        options.AddDocumentTransformer(
            static (document, _, _) =>
            {
                Describe(document);
                ContractSchemas.Correct(document);
                return Task.CompletedTask;
            }
        );
    }

    private static void Describe(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Schematic API",
            Version = "v1",
            Description = """
                The operations of this server. It speaks the published Schematic HTTP API.

                A successful answer is `{"data": …, "params": {…}}`, where `params` repeats the inputs as the server understood them.
                A refusal is `{"error": "…"}` with a sentence that names the next step, and `field` if it is about one member of the
                request. 4xx and 503 mean that nothing was changed; 504 that it is not known.
                """,
        };
        // Which address the server has is not the description's to say.
        document.Servers = [];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes[SchemeName] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.ApiKey,
            In = ParameterLocation.Header,
            Name = KeyAuthentication.KeyHeader,
            Description =
                "Secret of an API key. A key of the whole account also names an environment, by its id, in the header "
                + $"{KeyAuthentication.EnvironmentHeader}.",
        };
        document.Security =
        [
            new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(SchemeName, document)] = [] },
        ];
        document.Tags = OperationSummaries.GetTags(document);
    }
}
