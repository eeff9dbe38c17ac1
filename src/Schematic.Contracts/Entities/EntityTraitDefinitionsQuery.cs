using System.ComponentModel.DataAnnotations;
using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Entities;

public sealed record EntityTraitDefinitionsQuery : Page
{
    public EntityType? EntityType { get; init; }

    [MaxLength(100)]
    public IReadOnlyList<string>? Ids { get; init; }

    /// <summary>Part of the trait's name.</summary>
    [StringLength(512)]
    public string? Q { get; init; }

    public TraitType? TraitType { get; init; }

    [MaxLength(100)]
    public IReadOnlyList<TraitType>? TraitTypes { get; init; }
}
