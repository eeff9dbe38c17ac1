namespace Schematic.Contracts.Companies;

/// <summary>A user and a company to connect; a membership that exists is returned as it is.</summary>
public sealed record GetOrCreateCompanyMembershipRequestBody
{
    /// <summary>Id of the company, <c>comp_…</c>.</summary>
    public required string CompanyId { get; init; }

    /// <summary>Id of the user, <c>user_…</c>.</summary>
    public required string UserId { get; init; }
}
