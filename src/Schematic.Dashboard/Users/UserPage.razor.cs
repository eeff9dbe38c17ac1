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

    /// <summary>There is one so far; any other name opens it too.</summary>
    [Parameter]
    public string? Tab { get; set; }

    public override string Id => UserId;

    public override string ListUrl => DashboardUrls.Users(EnvironmentId);

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
