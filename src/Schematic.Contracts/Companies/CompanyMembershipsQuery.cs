using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Companies;

/// <summary>Filters and page of <c>GET /company-memberships</c> and its count; null does not filter.</summary>
public sealed record CompanyMembershipsQuery : Page
{
    /// <summary>Only memberships in this company, <c>comp_…</c>.</summary>
    public string? CompanyId { get; init; }

    /// <summary>Only memberships of this user, <c>user_…</c>.</summary>
    public string? UserId { get; init; }
}
