using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Companies;

public sealed record CompanyMembershipsQuery : Page
{
    public string? CompanyId { get; init; }

    public string? UserId { get; init; }
}
