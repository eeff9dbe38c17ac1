using System.ComponentModel.DataAnnotations;
using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Features;

/// <summary>Of <c>GET /feature-users</c> and its count.</summary>
public sealed record FeatureUsersQuery : Page
{
    public required string FeatureId { get; init; }

    /// <summary>Part of a user's name, key or string trait.</summary>
    [StringLength(512)]
    public string? Q { get; init; }
}
