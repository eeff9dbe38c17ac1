namespace Schematic.Contracts.Plans;

/// <summary>A short form of a resource that another one names.</summary>
public sealed record PreviewObject
{
    /// <summary>Free text about the resource; null if it has none.</summary>
    public string? Description { get; init; }

    /// <summary>Id of the resource; its prefix tells the kind.</summary>
    public required string Id { get; init; }

    /// <summary>Address of the resource's image; null if it has none.</summary>
    public string? ImageUrl { get; init; }

    /// <summary>Display name of the resource.</summary>
    public required string Name { get; init; }
}
