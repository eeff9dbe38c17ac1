using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Schematic.Contracts.Credits;
using Schematic.Contracts.Wire;

namespace Schematic.Api.Hosting.Description;

/// <summary>Schemas of the contracts as they are on the wire, where the framework sees only their .NET types.</summary>
internal static class ContractSchemas
{
    private static readonly NullabilityInfoContext Nullability = new();

    private static readonly Dictionary<string, Type> Contracts = typeof(WireJson)
        .Assembly.GetExportedTypes()
        .Where(static type => type is { IsEnum: false, IsInterface: false, ContainsGenericParameters: false })
        .ToDictionary(static type => type.Name);

    public static Task TransformAsync(
        OpenApiSchema schema,
        OpenApiSchemaTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        var type = context.JsonTypeInfo.Type;
        if (IsOptional(type))
            DescribeOptional(schema, type.GetGenericArguments()[0]);
        else if (type == typeof(JsonElement))
            KeepDescription(schema);
        else
            Describe(schema, type);
        return Task.CompletedTask;
    }

    /// <summary>
    /// Says of each member where null may stand; the framework knows neither requests from answers nor what is left
    /// out.
    /// </summary>
    public static void Correct(OpenApiDocument document)
    {
        foreach (var (name, schema) in document.Components?.Schemas ?? new Dictionary<string, IOpenApiSchema>())
        {
            Tidy(schema);
            if (schema.Properties is not { } members)
                continue;
            if (name.StartsWith("EnvelopeOf", StringComparison.Ordinal))
            {
                members["data"] = WithNull(members["data"], mayBeNull: false);
                members["params"] = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Description = members["params"].Description,
                };
            }
            else if (Contracts.TryGetValue(name, out var contract))
            {
                foreach (var member in WireJson.Strict.GetTypeInfo(contract).Properties)
                {
                    if (!members.TryGetValue(member.Name, out var described))
                        continue;
                    AddEnumItems(described, member.PropertyType);
                    members[member.Name] = WithNull(Tidy(described), MayBeNull(contract, member));
                }
            }
        }

        foreach (var parameter in GetParameters(document))
        {
            parameter.Schema = WithNull(Tidy(parameter.Schema!), mayBeNull: false);
            parameter.Description = OneLine(parameter.Description);
        }
    }

    /// <summary>The name under which a type is described once; null describes it where it stands.</summary>
    public static string? GetReferenceId(JsonTypeInfo type) =>
        IsOptional(type.Type) || type.Type == typeof(JsonElement)
            ? null
            : OpenApiOptions.CreateDefaultSchemaReferenceId(type);

    private static bool IsOptional(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Optional<>);

    private static IEnumerable<OpenApiParameter> GetParameters(OpenApiDocument document) =>
        document
            .Paths.Values.SelectMany(static path => path.Operations?.Values.ToArray() ?? [])
            .SelectMany(static operation => operation.Parameters ?? [])
            .OfType<OpenApiParameter>()
            .Where(static parameter => parameter.Schema is not null);

    private static void Describe(OpenApiSchema schema, Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsEnum)
        {
            schema.Type = JsonSchemaType.String;
            schema.Enum = [.. WireNames(type).Select(static name => (JsonNode)name)];
        }
        else if (type == typeof(bool))
        {
            schema.Type = JsonSchemaType.Boolean;
        }
        else if (type == typeof(DateTimeOffset))
        {
            (schema.Type, schema.Format) = (JsonSchemaType.String, "date-time");
        }
        else if (type == typeof(long) || type == typeof(int) || type == typeof(double))
        {
            // Numbers in quotation marks are refused, whatever the web defaults of the framework say.
            schema.Type = type == typeof(double) ? JsonSchemaType.Number : JsonSchemaType.Integer;
            schema.Pattern = null;
        }
    }

    private static void DescribeOptional(OpenApiSchema schema, Type type)
    {
        Describe(schema, type);
        KeepDescription(schema);
        if (type == typeof(string))
            schema.Type = JsonSchemaType.String;
        schema.Type |= JsonSchemaType.Null;
        if (schema.Enum is { } values)
            schema.Enum = [.. values, JsonNullSentinel.JsonNull];
    }

    // The framework takes it for a type with a name of its own, and keeps what the member says for a reference to it.
    private static void KeepDescription(OpenApiSchema schema)
    {
        if (schema.Metadata?.TryGetValue("x-ref-description", out var description) == true)
            schema.Description = description as string;
    }

    private static bool MayBeNull(Type contract, JsonPropertyInfo member)
    {
        var property = (PropertyInfo)member.AttributeProvider!;
        var type = property.PropertyType;
        var isRequest =
            contract.Name.EndsWith("RequestBody", StringComparison.Ordinal)
            || contract == typeof(CreateCompanyCreditGrant);
        if (IsOptional(type))
            return isRequest;
        var isLeftOut =
            property.GetCustomAttribute<JsonIgnoreAttribute>()?.Condition is JsonIgnoreCondition.WhenWritingNull;
        lock (Nullability)
            return Nullability.Create(property).ReadState == NullabilityState.Nullable && (!isLeftOut || isRequest);
    }

    // The framework leaves out what a list holds if that has a converter.
    private static void AddEnumItems(IOpenApiSchema schema, Type type)
    {
        if (schema is not OpenApiSchema plain || !type.IsGenericType)
            return;
        var item = type.GetGenericArguments()[^1];
        if (plain.AdditionalProperties is { } values)
            AddEnumItems(values, item);
        else if (plain.Type?.HasFlag(JsonSchemaType.Array) == true && plain.Items is null && item.IsEnum)
        {
            var items = new OpenApiSchema();
            Describe(items, item);
            plain.Items = items;
        }
    }

    // Comments in the code are wrapped, and a minimum of nothing says nothing.
    private static IOpenApiSchema Tidy(IOpenApiSchema schema)
    {
        schema.Description = OneLine(schema.Description);
        if (schema is not OpenApiSchema plain)
            return schema;
        if (plain.MinLength == 0)
            plain.MinLength = null;
        // No limit at all: beyond it, the number is out of range already.
        if (
            plain.Maximum?.StartsWith("922337203685477", StringComparison.Ordinal) == true
            || plain.Maximum?.StartsWith("9.22337203685477", StringComparison.Ordinal) == true
        )
            plain.Maximum = null;
        // The framework takes the limit of a map for one of a text.
        if (plain.Type?.HasFlag(JsonSchemaType.Object) == true && plain.MaxLength is { } entries)
            (plain.MaxProperties, plain.MaxLength) = (entries, null);
        return plain;
    }

    private static string? OneLine(string? text) => text?.ReplaceLineEndings(" ");

    private static IOpenApiSchema WithNull(IOpenApiSchema schema, bool mayBeNull)
    {
        switch (schema)
        {
            case OpenApiSchema { Type: { } type } plain:
                plain.Type = mayBeNull ? type | JsonSchemaType.Null : type & ~JsonSchemaType.Null;
                return plain;
            case OpenApiSchema { OneOf: { Count: 2 } choices } when !mayBeNull:
                return choices.Single(static choice => choice is OpenApiSchemaReference);
            case OpenApiSchemaReference when mayBeNull:
                return new OpenApiSchema { OneOf = [new OpenApiSchema { Type = JsonSchemaType.Null }, schema] };
            default:
                return schema;
        }
    }

    private static IReadOnlyList<string> WireNames(Type type) =>
        (IReadOnlyList<string>)
            typeof(WireEnum<>).MakeGenericType(type).GetProperty(nameof(WireEnum<>.WireNames))!.GetValue(null)!;
}
