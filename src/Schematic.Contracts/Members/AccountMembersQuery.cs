using System.ComponentModel.DataAnnotations;
using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Members;

/// <summary>Filters and page of <c>GET /account-members</c> and its count.</summary>
public sealed record AccountMembersQuery : Page
{
    /// <summary>Only members with one of these ids, at most 100; null does not filter.</summary>
    [MaxLength(100)]
    public IReadOnlyList<string>? Ids { get; init; }

    /// <summary>Part of a name or email, in any case, at most 512 characters; null does not filter.</summary>
    [StringLength(512)]
    public string? Q { get; init; }

    /// <summary>Only members with this role; null does not filter.</summary>
    public AccountMemberRole? Role { get; init; }
}
