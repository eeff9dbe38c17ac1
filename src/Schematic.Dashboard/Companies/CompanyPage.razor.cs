using Microsoft.AspNetCore.Components;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Users;
using Schematic.Dashboard.Entities;
using Schematic.Dashboard.Flags.Checks;
using Schematic.Dashboard.Insights;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Shared.Ui.Page;

namespace Schematic.Dashboard.Companies;

public sealed partial class CompanyPage : EntityPage<CompanyDetailResponseData>
{
    private const string UsersTab = "users";

    private ListLoader<CompanyUsersQuery, UserDetailResponseData> _users = default!;
    private CompanyUsersQuery _usersQuery = new();
    private CompanyChecksQuery _checks = new();
    private CompanyUsageQuery _usage = new();
    private RecentChecksQuery _recent = new();

    [Parameter]
    [EditorRequired]
    public string CompanyId { get; set; } = "";

    /// <summary>Any unknown name opens the users.</summary>
    [Parameter]
    public string? Tab { get; set; }

    public override string Id => CompanyId;

    public override string ListUrl => DashboardUrls.Companies(EnvironmentId);

    protected override EntityType Type => EntityType.Company;

    private string ActiveTab => Tab is DashboardUrls.ChecksTab or DashboardUrls.UsageTab ? Tab : UsersTab;

    protected override Entity ToEntity(CompanyDetailResponseData item) => Entity.FromContract(item);

    protected override CompanyDetailResponseData Merge(Entity entity, CompanyDetailResponseData item) =>
        entity.Over(item);

    protected override async Task<CompanyDetailResponseData> GetAsync(string id, CancellationToken cancellationToken) =>
        (await Api.Companies.GetAsync(id, cancellationToken)).Data;

    protected override Task LoadAsync()
    {
        (_usersQuery, _usage, _checks, _recent) = (
            ReadUrl<CompanyUsersQuery>(),
            ReadUrl<CompanyUsageQuery>(),
            ReadUrl<CompanyChecksQuery>(),
            ReadUrl<RecentChecksQuery>()
        );
        // First the company: another one replaces the loader of users.
        var loading = base.LoadAsync();
        return Task.WhenAll(loading, _users.LoadAsync(_usersQuery));
    }

    protected override void Forget()
    {
        base.Forget();
        var id = CompanyId;
        _users = NewListLoader<CompanyUsersQuery, UserDetailResponseData>(
            (query, cancellationToken) => Api.Users.ListAsync(query.ToContract(id), cancellationToken),
            (query, cancellationToken) => Api.Users.CountAsync(query.ToContract(id), cancellationToken)
        );
    }

    private IReadOnlyList<UrlTab> GetTabs(CompanyDetailResponseData company) =>
        [
            new(UsersTab, "Users", DashboardUrls.Company(EnvironmentId, CompanyId, UsersTab), company.UserCount),
            new(
                DashboardUrls.UsageTab,
                "Usage",
                DashboardUrls.Company(EnvironmentId, CompanyId, DashboardUrls.UsageTab)
            ),
            new(
                DashboardUrls.ChecksTab,
                "Checks",
                DashboardUrls.Company(EnvironmentId, CompanyId, DashboardUrls.ChecksTab)
            ),
        ];

    private Task MembershipsChangedAsync() => Task.WhenAll(ReloadAsync(), _users.ReloadAsync());

    private Task DeleteAsync()
    {
        var api = Api;
        return DeleteEntityAsync(
            Consequences(Item!),
            (id, cancellationToken) => api.Companies.DeleteAsync(id, cancellationToken)
        );
    }
}
