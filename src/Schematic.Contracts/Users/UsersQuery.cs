using System.ComponentModel.DataAnnotations;
using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Users;

/// <summary>Filters and page of <c>GET /users</c> and <c>GET /users/count</c>.</summary>
public sealed record UsersQuery : Page
{
    public string? CompanyId { get; init; }

    [MaxLength(100)]
    public IReadOnlyList<string>? Ids { get; init; }

    public string? PlanId { get; init; }

    /// <summary>Part of a name, a key value or a string trait; at most 512 characters.</summary>
    [StringLength(512)]
    public string? Q { get; init; }
}
