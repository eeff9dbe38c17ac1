using System.ComponentModel.DataAnnotations;
using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Entities;

public sealed record EntityTraitValuesQuery : Page
{
    public required string DefinitionId { get; init; }

    /// <summary>Part of the value.</summary>
    [StringLength(512)]
    public string? Q { get; init; }
}
