using Microsoft.AspNetCore.Components;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Users;
using Schematic.Dashboard.Entities;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.Dashboard.Companies;

/// <summary>The users of a company.</summary>
public sealed partial class CompanyUsers : MembershipsTab
{
    [Parameter]
    [EditorRequired]
    public CompanyDetailResponseData Company { get; set; } = default!;

    [Parameter]
    [EditorRequired]
    public IPagedRows<UserDetailResponseData> Users { get; set; } = default!;

    [Parameter]
    [EditorRequired]
    public CompanyUsersQuery Query { get; set; } = default!;

    // A search over what fits the screen would only be in the way.
    private bool IsSearchable => Query.IsFiltered || Company.UserCount > ListQuery.Sizes[0];

    protected override string UrlOf(ListQuery query) =>
        DashboardUrls.Company(EnvironmentId, Company.Id, DashboardUrls.UsersTab, query);

    private Task AddAsync() =>
        AddAsync(
            $"Add a user to {Company.Name}",
            EntityType.User,
            user => user.CompanyIds.Contains(Company.Id),
            user => (Company.Id, user.Id),
            user => $"{user.Name} was added to {Company.Name}."
        );

    private Task RemoveAsync(UserDetailResponseData user)
    {
        var membership = user.CompanyMemberships.FirstOrDefault(candidate => candidate.CompanyId == Company.Id);
        return RemoveAsync(
            "Remove user?",
            new(membership?.Id, user.Name, Company.Name, "Remove user", "The user stays, with its keys and traits.")
        );
    }
}
