using System.ComponentModel.DataAnnotations;
using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Entities;

/// <summary>Filters and page of <c>GET /entity-trait-values</c> and its count.</summary>
public sealed record EntityTraitValuesQuery : Page
{
    /// <summary>Id of the trait's definition, <c>trdf_…</c>.</summary>
    public required string DefinitionId { get; init; }

    /// <summary>Only values that contain this text, at most 512 characters; null does not filter.</summary>
    [StringLength(512)]
    public string? Q { get; init; }
}
