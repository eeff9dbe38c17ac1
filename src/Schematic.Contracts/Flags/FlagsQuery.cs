using System.ComponentModel.DataAnnotations;
using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Flags;

/// <summary>Filters and page of <c>GET /flags</c> and <c>GET /flags/count</c>; a filter left out filters nothing.</summary>
public sealed record FlagsQuery : Page
{
    public string? FeatureId { get; init; }

    [MaxLength(100)]
    public IReadOnlyList<string>? Ids { get; init; }

    /// <summary>Part of a name, key or id.</summary>
    [StringLength(512)]
    public string? Q { get; init; }
}
