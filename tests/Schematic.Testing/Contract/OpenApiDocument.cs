using System.Globalization;
using YamlDotNet.Serialization;
using Map = System.Collections.Generic.IReadOnlyDictionary<object, object>;

namespace Schematic.Testing.Contract;

/// <summary>The published description of the API, read from its YAML.</summary>
public sealed class OpenApiDocument
{
    private const string Variable = "SCHEMATIC_SPEC";

    private static readonly Lazy<OpenApiDocument?> Read = new(static () =>
        FindFile() is { } file ? new OpenApiDocument(File.ReadAllText(file)) : null
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
    /// <c>../shared/spec/openapi.yaml</c> beside the repository, or the file named by <c>SCHEMATIC_SPEC</c>; null where there
    /// is none, for the description is not ours to ship.
    /// </summary>
    public static OpenApiDocument? Published => Read.Value;

    /// <summary>What to tell whoever runs the tests without it.</summary>
    public static string WhereToPutIt =>
        $"The published API description is not at {DefaultFile}: set {Variable} to its path to hold the wire against it.";

    public IReadOnlyList<OpenApiOperation> Operations { get; }

    private static Map Nothing { get; } = new Dictionary<object, object>();

    private static string DefaultFile => Path.GetFullPath(Repository.PathTo("..", "shared", "spec", "openapi.yaml"));

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
        if (!string.IsNullOrEmpty(named))
            return File.Exists(named)
                ? named
                : throw new FileNotFoundException($"{Variable} names a file that is not there: {named}");
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

        return new OpenApiSchema
        {
            Type = Text(node, "type"),
            Format = Text(node, "format"),
            Nullable = Flag(node, "nullable"),
            Enum = [.. AsList(node.GetValueOrDefault("enum")).Cast<string>()],
            Properties = (AsMap(node.GetValueOrDefault("properties")) ?? Nothing).ToDictionary(
                static property => (string)property.Key,
                property => Later(property.Value)
            ),
            Required = AsList(node.GetValueOrDefault("required")).Cast<string>().ToHashSet(),
            Items = node.TryGetValue("items", out var items) ? Later(items) : null,
            Values = AsMap(node.GetValueOrDefault("additionalProperties")) is { } values ? Later(values) : null,
            OneOf = [.. AsList(node.GetValueOrDefault("oneOf")).Select(Later)],
            MinLength = Whole(node, "minLength"),
            MaxLength = Whole(node, "maxLength"),
            MinItems = Whole(node, "minItems"),
            MaxItems = Whole(node, "maxItems"),
            MaxProperties = Whole(node, "maxProperties"),
            Minimum = Number(node, "minimum"),
            Maximum = Number(node, "maximum"),
        };
    }

    // Schemas refer to each other in circles.
    private Lazy<OpenApiSchema> Later(object schema) => new(() => ToSchema(schema));
}
