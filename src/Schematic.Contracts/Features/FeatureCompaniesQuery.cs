using System.ComponentModel.DataAnnotations;
using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Features;

/// <summary>Of <c>GET /feature-companies</c> and its count.</summary>
public sealed record FeatureCompaniesQuery : Page
{
    public required string FeatureId { get; init; }

    /// <summary>Part of a company's name, key or string trait.</summary>
    [StringLength(512)]
    public string? Q { get; init; }
}
