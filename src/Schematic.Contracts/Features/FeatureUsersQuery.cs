using System.ComponentModel.DataAnnotations;
using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Features;

/// <summary>Filters and page of <c>GET /feature-users</c> and its count.</summary>
public sealed record FeatureUsersQuery : Page
{
    /// <summary>Id of the feature whose users to list, <c>feat_…</c>.</summary>
    public required string FeatureId { get; init; }

    /// <summary>
    /// Words to find in the user's name, keys and text traits, at most 512 characters; null does not filter.
    /// </summary>
    [StringLength(512)]
    public string? Q { get; init; }
}
