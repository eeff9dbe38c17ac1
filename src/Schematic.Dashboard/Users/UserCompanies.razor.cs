using Microsoft.AspNetCore.Components;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Users;
using Schematic.Dashboard.Entities;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.Dashboard.Users;

/// <summary>The companies of a user. They come with the user; the page is cut here.</summary>
public sealed partial class UserCompanies : MembershipsTab
{
    [Parameter]
    [EditorRequired]
    public UserDetailResponseData User { get; set; } = default!;

    [Parameter]
    [EditorRequired]
    public UserCompaniesQuery Query { get; set; } = default!;

    // A search over what fits the screen would only be in the way.
    private bool IsSearchable => Query.IsFiltered || User.CompanyMemberships.Count > ListQuery.Sizes[0];

    private RowsInMemory<CompanyMembershipDetailResponseData> Rows =>
        new(
            [
                .. User
                    .CompanyMemberships.Where(Query.Matches)
                    .OrderBy(UserCompaniesQuery.NameOf, StringComparer.OrdinalIgnoreCase),
            ],
            Query
        );

    protected override string UrlOf(ListQuery query) => DashboardUrls.User(EnvironmentId, User.Id, "companies", query);

    private Task AddAsync() =>
        AddAsync(
            $"Add {User.Name} to a company",
            EntityType.Company,
            company => User.CompanyMemberships.Any(membership => membership.CompanyId == company.Id),
            company => (company.Id, User.Id),
            company => $"{User.Name} was added to {company.Name}."
        );

    private Task RemoveAsync(CompanyMembershipDetailResponseData membership) =>
        RemoveAsync(
            "Remove from company?",
            new(membership.Id, User.Name, UserCompaniesQuery.NameOf(membership), "Remove", "Both stay.")
        );
}
