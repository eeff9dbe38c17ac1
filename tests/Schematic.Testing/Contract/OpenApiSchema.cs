namespace Schematic.Testing.Contract;

/// <summary>One schema of the published description, references resolved; what it does not say is null.</summary>
public sealed record OpenApiSchema
{
    /// <summary>The name under <c>components/schemas</c>, where it has one.</summary>
    public string? Name { get; init; }

    /// <summary>string, integer, number, boolean, array or object.</summary>
    public string? Type { get; init; }

    public string? Format { get; init; }

    public bool Nullable { get; init; }

    public IReadOnlyList<string> Enum { get; init; } = [];

    public IReadOnlyDictionary<string, Lazy<OpenApiSchema>> Properties { get; init; } =
        new Dictionary<string, Lazy<OpenApiSchema>>();

    public IReadOnlySet<string> Required { get; init; } = new HashSet<string>();

    public Lazy<OpenApiSchema>? Items { get; init; }

    /// <summary>The schema of a map's values.</summary>
    public Lazy<OpenApiSchema>? Values { get; init; }

    public IReadOnlyList<Lazy<OpenApiSchema>> OneOf { get; init; } = [];

    public long? MinLength { get; init; }

    public long? MaxLength { get; init; }

    public long? MinItems { get; init; }

    public long? MaxItems { get; init; }

    public long? MaxProperties { get; init; }

    public decimal? Minimum { get; init; }

    public decimal? Maximum { get; init; }

    /// <summary>An object that may hold anything.</summary>
    public bool IsFreeForm => Type is null or "object" && Properties.Count == 0 && Values is null && OneOf.Count == 0;
}
