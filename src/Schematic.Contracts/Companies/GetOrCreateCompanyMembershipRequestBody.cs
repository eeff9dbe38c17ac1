namespace Schematic.Contracts.Companies;

public sealed record GetOrCreateCompanyMembershipRequestBody
{
    public required string CompanyId { get; init; }

    public required string UserId { get; init; }
}
