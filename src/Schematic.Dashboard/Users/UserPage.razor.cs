using Microsoft.AspNetCore.Components;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Users;
using Schematic.Dashboard.Entities;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Shared.Ui.Page;

namespace Schematic.Dashboard.Users;

public sealed partial class UserPage : EntityPage<UserDetailResponseData>
{
    private const string CompaniesTab = "companies";

    private UserCompaniesQuery _companiesQuery = new();

    [Parameter]
    [EditorRequired]
    public string UserId { get; set; } = "";

    /// <summary>Any unknown name opens the companies.</summary>
    [Parameter]
    public string? Tab { get; set; }

    public override string Id => UserId;

    public override string ListUrl => DashboardUrls.Users(EnvironmentId);

    private string ActiveTab => Tab == DashboardUrls.HistoryTab ? Tab : CompaniesTab;

    protected override EntityType Type => EntityType.User;

    protected override Entity ToEntity(UserDetailResponseData item) => Entity.FromContract(item);

    protected override UserDetailResponseData Merge(Entity entity, UserDetailResponseData item) => entity.Over(item);

    protected override async Task<UserDetailResponseData> GetAsync(string id, CancellationToken cancellationToken) =>
        (await Api.Users.GetAsync(id, cancellationToken)).Data;

    protected override Task LoadAsync()
    {
        _companiesQuery = ReadUrl<UserCompaniesQuery>();
        return base.LoadAsync();
    }

    private UrlTab[] GetTabs(UserDetailResponseData user) =>
        [
            new(
                CompaniesTab,
                "Companies",
                DashboardUrls.User(EnvironmentId, UserId, CompaniesTab),
                user.CompanyMemberships.Count
            ),
            new(
                DashboardUrls.HistoryTab,
                "History",
                DashboardUrls.User(EnvironmentId, UserId, DashboardUrls.HistoryTab)
            ),
        ];

    private Task DeleteAsync()
    {
        var api = Api;
        return DeleteEntityAsync(
            Consequences(Item!),
            (id, cancellationToken) => api.Users.DeleteAsync(id, cancellationToken)
        );
    }
}
