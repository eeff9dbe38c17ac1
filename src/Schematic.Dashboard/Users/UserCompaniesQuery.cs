using Schematic.Contracts.Companies;
using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.Dashboard.Users;

/// <summary>The address of the companies of a user. Searches their names and ids.</summary>
public sealed record UserCompaniesQuery : ListQuery<UserCompaniesQuery>
{
    public bool Matches(CompanyMembershipDetailResponseData membership) =>
        membership.CompanyId == Search || NameOf(membership).Contains(Search, StringComparison.OrdinalIgnoreCase);

    /// <summary>The id stands in for the name of a company that the API left out.</summary>
    public static string NameOf(CompanyMembershipDetailResponseData membership) =>
        membership.Company?.Name ?? membership.CompanyId;
}
