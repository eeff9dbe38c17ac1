using Schematic.Contracts.Users;
using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.Dashboard.Companies;

/// <summary>The address of the users of one company. Searches names, key values and text traits.</summary>
public sealed record CompanyUsersQuery : ListQuery<CompanyUsersQuery>
{
    public UsersQuery ToContract(string companyId) =>
        new()
        {
            CompanyId = companyId,
            Q = SearchOrNull,
            Limit = Size,
            Offset = Offset,
        };
}
