namespace Schematic.Contracts.Entities;

public sealed record EntityTraitDefinitionResponseData
{
    public required DateTimeOffset CreatedAt { get; init; }

    public required string DisplayName { get; init; }

    public required EntityType EntityType { get; init; }

    public required IReadOnlyList<string> Hierarchy { get; init; }

    public required string Id { get; init; }

    public required TraitType TraitType { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }
}
