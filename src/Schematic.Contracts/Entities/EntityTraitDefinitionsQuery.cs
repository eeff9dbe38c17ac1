using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Entities;

public sealed record EntityTraitDefinitionsQuery : Page
{
    public EntityType? EntityType { get; init; }

    public IReadOnlyList<string>? Ids { get; init; }

    /// <summary>Part of the trait's name.</summary>
    public string? Q { get; init; }

    public TraitType? TraitType { get; init; }

    public IReadOnlyList<TraitType>? TraitTypes { get; init; }
}
