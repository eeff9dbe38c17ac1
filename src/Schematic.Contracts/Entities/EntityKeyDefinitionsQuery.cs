using System.ComponentModel.DataAnnotations;
using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Entities;

public sealed record EntityKeyDefinitionsQuery : Page
{
    public EntityType? EntityType { get; init; }

    [MaxLength(100)]
    public IReadOnlyList<string>? Ids { get; init; }

    /// <summary>Part of the key's name.</summary>
    [StringLength(512)]
    public string? Q { get; init; }
}
