using System.ComponentModel.DataAnnotations;
using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Users;

/// <summary>Filters and page of <c>GET /users</c> and its count; null does not filter.</summary>
public sealed record UsersQuery : Page
{
    /// <summary>Only users of this company, <c>comp_…</c>.</summary>
    public string? CompanyId { get; init; }

    /// <summary>Only users with these ids, <c>user_…</c>, at most 100.</summary>
    [MaxLength(100)]
    public IReadOnlyList<string>? Ids { get; init; }

    /// <summary>Only users of companies on this plan, <c>plan_…</c>.</summary>
    public string? PlanId { get; init; }

    /// <summary>
    /// Words to find in names, key values and text traits, at most 512 characters; all must be found.
    /// </summary>
    [StringLength(512)]
    public string? Q { get; init; }
}
