using System.ComponentModel.DataAnnotations;
using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Insights;

/// <summary>Filters and page of <c>GET /unknown-names</c> and its count, an addition to the published API.</summary>
public sealed record UnknownNamesQuery : Page
{
    /// <summary>Only names of these kinds, at most 100; null does not filter.</summary>
    [MaxLength(100)]
    public IReadOnlyList<UnknownNameKind>? Kinds { get; init; }

    /// <summary>Only names that contain this text, at most 512 characters; null does not filter.</summary>
    [StringLength(512)]
    public string? Q { get; init; }
}
