namespace Schematic.Testing.Contract;

/// <summary>One operation of the published description.</summary>
public sealed record OpenApiOperation
{
    public required string Id { get; init; }

    /// <summary>In capitals.</summary>
    public required string Method { get; init; }

    /// <summary>The template, like <c>/companies/{company_id}</c>.</summary>
    public required string Path { get; init; }

    /// <summary>By name; what stands in the path or a header is not among them.</summary>
    public required IReadOnlyDictionary<string, OpenApiParameter> QueryParameters { get; init; }

    public OpenApiSchema? Body { get; init; }

    /// <summary>The schema of each status' answer.</summary>
    public required IReadOnlyDictionary<int, OpenApiSchema> Responses { get; init; }

    public override string ToString() => $"{Method} {Path}";
}

public sealed record OpenApiParameter(string Name, bool Required, OpenApiSchema Schema);
