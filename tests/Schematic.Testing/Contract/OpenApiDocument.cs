using System.Globalization;
using YamlDotNet.Serialization;
using Map = System.Collections.Generic.IReadOnlyDictionary<object, object>;

namespace Schematic.Testing.Contract;

/// <summary>A description of the API, read from its YAML or, which is YAML too, JSON.</summary>
public sealed class OpenApiDocument
{
    private const string Variable = "SCHEMATIC_SPEC";
    private const string Null = "null";

    private static readonly string? PublishedFile = FindFile();

    private static readonly Lazy<OpenApiDocument> Read = new(static () =>
        new OpenApiDocument(File.ReadAllText(PublishedFile ?? OwnFile))
    );

    private readonly Map _root;
    private readonly Dictionary<string, Lazy<OpenApiSchema>> _schemas = [];

    public OpenApiDocument(string yaml)
    {
        _root = AsMap(new DeserializerBuilder().Build().Deserialize<Dictionary<object, object>>(yaml))!;
        var components = AsMap(_root.GetValueOrDefault("components"));
        foreach (var (name, node) in AsMap(components?.GetValueOrDefault("schemas")) ?? Nothing)
            _schemas.Add((string)name, new Lazy<OpenApiSchema>(() => ToSchema(node) with { Name = (string)name }));
        Operations =
        [
            .. (AsMap(_root.GetValueOrDefault("paths")) ?? Nothing).SelectMany(path =>
                ToOperations((string)path.Key, AsMap(path.Value)!)
            ),
        ];
    }

    /// <summary>
    /// What the wire is held against: the published description, which is not ours to ship, from
    /// <c>../shared/spec/openapi.yaml</c> beside the repository or the file that <c>SCHEMATIC_SPEC</c> names; our own
    /// where there is none.
    /// </summary>
    public static OpenApiDocument Current => Read.Value;

    /// <summary>
    /// False where <see cref="Current"/> is <see cref="OwnFile"/>, which has our additions and lacks what is not served
    /// yet.
    /// </summary>
    public static bool IsPublished => PublishedFile is not null;

    /// <summary>The description that this server gives of itself.</summary>
    public static string OwnFile => Repository.PathTo("docs", "openapi.json");

    public IReadOnlyList<OpenApiOperation> Operations { get; }

    private static Map Nothing { get; } = new Dictionary<object, object>();

    /// <summary>A schema of <c>components/schemas</c>; null where there is none of that name.</summary>
    public OpenApiSchema? Schema(string name) => _schemas.GetValueOrDefault(name)?.Value;

    /// <summary>The operation a request addresses; fixed segments win over parameters, as in routing.</summary>
    public OpenApiOperation? Find(string method, string path)
    {
        var segments = path.Trim('/').Split('/');
        return Operations
            .Where(operation => operation.Method == method && Matches(operation.Path.Trim('/').Split('/'), segments))
            .MinBy(operation => operation.Path.Count(static character => character == '{'));
    }

    private static string? FindFile()
    {
        var named = Environment.GetEnvironmentVariable(Variable);
        // Named and not there: the published description is put aside on purpose.
        if (!string.IsNullOrEmpty(named))
            return File.Exists(named) ? named : null;
        // A work tree may lie deeper than a clone does.
        for (var folder = new DirectoryInfo(Repository.Root).Parent; folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, "shared", "spec", "openapi.yaml");
            if (File.Exists(file))
                return file;
        }

        return null;
    }

    private static bool Matches(string[] template, string[] segments) =>
        template.Length == segments.Length
        && template.Zip(segments).All(static pair => pair.First.StartsWith('{') || pair.First == pair.Second);

    private static Map? AsMap(object? node) => node as Map;

    private static IEnumerable<object> AsList(object? node) => node as IEnumerable<object> ?? [];

    private static string? Text(Map node, string name) => node.GetValueOrDefault(name) as string;

    private static long? Whole(Map node, string name) =>
        Text(node, name) is { } text ? long.Parse(text, CultureInfo.InvariantCulture) : null;

    private static decimal? Number(Map node, string name) =>
        Text(node, name) is { } text ? decimal.Parse(text, CultureInfo.InvariantCulture) : null;

    private static bool Flag(Map node, string name) => Text(node, name) == "true";

    private IEnumerable<OpenApiOperation> ToOperations(string path, Map verbs) =>
        from verb in verbs
        let node = AsMap(verb.Value)
        where node?.ContainsKey("responses") == true
        select new OpenApiOperation
        {
            Id = Text(node, "operationId") ?? "",
            Method = ((string)verb.Key).ToUpperInvariant(),
            Path = path,
            QueryParameters = AsList(node.GetValueOrDefault("parameters"))
                .Select(static parameter => AsMap(parameter)!)
                .Where(static parameter => Text(parameter, "in") == "query")
                .ToDictionary(
                    static parameter => Text(parameter, "name")!,
                    parameter => new OpenApiParameter(
                        Text(parameter, "name")!,
                        Flag(parameter, "required"),
                        ToSchema(parameter["schema"])
                    )
                ),
            Body = ContentSchema(AsMap(node.GetValueOrDefault("requestBody"))),
            Responses = AsMap(node["responses"])!
                .Select(response =>
                    (
                        Status: int.Parse((string)response.Key, CultureInfo.InvariantCulture),
                        Schema: ContentSchema(Resolve(AsMap(response.Value)!))
                    )
                )
                .Where(static response => response.Schema is not null)
                .ToDictionary(static response => response.Status, static response => response.Schema!),
        };

    private OpenApiSchema? ContentSchema(Map? holder) =>
        AsMap(AsMap(holder?.GetValueOrDefault("content"))?.GetValueOrDefault("application/json"))
            ?.GetValueOrDefault("schema")
            is { } schema
            ? ToSchema(schema)
            : null;

    private Map Resolve(Map node)
    {
        while (Text(node, "$ref") is { } reference)
            node = reference.Split('/').Skip(1).Aggregate(_root, static (map, part) => AsMap(map[part])!);
        return node;
    }

    private OpenApiSchema ToSchema(object schema)
    {
        var node = AsMap(schema)!;
        if (Text(node, "$ref") is { } reference)
            return _schemas[reference.Split('/')[^1]].Value;
        // The description wraps a reference in `allOf` of one only to say more about it, like that it may be null.
        if (AsList(node.GetValueOrDefault("allOf")).ToList() is { Count: > 0 } parts)
        {
            var referenced =
                parts.Count == 1
                    ? ToSchema(parts[0])
                    : throw new NotSupportedException("allOf of more than one schema");
            return Flag(node, "nullable") ? referenced with { Nullable = true } : referenced;
        }

        var choices = AsList(node.GetValueOrDefault("oneOf")).ToList();
        // OpenAPI 3.1: a reference that may be null is one of two.
        if (choices.RemoveAll(IsNull) > 0 && choices is [var only])
            return ToSchema(only) with { Nullable = true };
        var types = Types(node);
        return new OpenApiSchema
        {
            Type = types.FirstOrDefault(static type => type != Null),
            Format = Text(node, "format"),
            Nullable = Flag(node, "nullable") || types.Contains(Null),
            Enum = [.. AsList(node.GetValueOrDefault("enum")).OfType<string>().Where(static value => value != Null)],
            Properties = (AsMap(node.GetValueOrDefault("properties")) ?? Nothing).ToDictionary(
                static property => (string)property.Key,
                property => Later(property.Value)
            ),
            Required = AsList(node.GetValueOrDefault("required")).Cast<string>().ToHashSet(),
            Items = node.TryGetValue("items", out var items) ? Later(items) : null,
            Values = AsMap(node.GetValueOrDefault("additionalProperties")) is { } values ? Later(values) : null,
            OneOf = [.. choices.Select(Later)],
            MinLength = Whole(node, "minLength"),
            MaxLength = Whole(node, "maxLength"),
            MinItems = Whole(node, "minItems"),
            MaxItems = Whole(node, "maxItems"),
            MaxProperties = Whole(node, "maxProperties"),
            Minimum = Number(node, "minimum"),
            Maximum = Number(node, "maximum"),
        };
    }

    // One name, or in OpenAPI 3.1 several.
    private static List<string> Types(Map node) =>
        Text(node, "type") is { } single ? [single] : [.. AsList(node.GetValueOrDefault("type")).Cast<string>()];

    private static bool IsNull(object schema) => AsMap(schema) is { } node && Text(node, "type") == Null;

    // Schemas refer to each other in circles.
    private Lazy<OpenApiSchema> Later(object schema) => new(() => ToSchema(schema));
}
