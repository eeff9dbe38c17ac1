using System.ComponentModel.DataAnnotations;
using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Entities;

/// <summary>Filters and page of <c>GET /entity-trait-definitions</c> and its count; null does not filter.</summary>
public sealed record EntityTraitDefinitionsQuery : Page
{
    /// <summary>Only traits of this kind of entity.</summary>
    public EntityType? EntityType { get; init; }

    /// <summary>Only definitions with these ids, at most 100.</summary>
    [MaxLength(100)]
    public IReadOnlyList<string>? Ids { get; init; }

    /// <summary>Only traits whose name contains this text, at most 512 characters.</summary>
    [StringLength(512)]
    public string? Q { get; init; }

    /// <summary>Only traits of this type.</summary>
    public TraitType? TraitType { get; init; }

    /// <summary>Only traits of one of these types, at most 100.</summary>
    [MaxLength(100)]
    public IReadOnlyList<TraitType>? TraitTypes { get; init; }
}
