using Microsoft.AspNetCore.Components;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Users;
using Schematic.Dashboard.Credits.Accounts;
using Schematic.Dashboard.Entities;
using Schematic.Dashboard.Entitlements;
using Schematic.Dashboard.Entitlements.Changes;
using Schematic.Dashboard.Flags.Checks;
using Schematic.Dashboard.Insights;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Shared.Ui.Forms;
using Schematic.Dashboard.Shared.Ui.Page;

namespace Schematic.Dashboard.Companies;

public sealed partial class CompanyPage : EntityPage<CompanyDetailResponseData>
{
    private const string EntitlementsTab = "";
    private const int MostOffered = 20;

    private ListLoader<CompanyUsersQuery, UserDetailResponseData> _users = default!;
    private CompanyUsersQuery _usersQuery = new();
    private CompanyEntitlementsQuery _entitlements = new();
    private FlagVerdictsListQuery _flags = new();
    private CompanyChecksQuery _checks = new();
    private CompanyUsageQuery _usage = new();
    private CompanyCreditsQuery _credits = new();
    private RecentChecksQuery _recent = new();

    [Parameter]
    [EditorRequired]
    public string CompanyId { get; set; } = "";

    /// <summary>Any unknown name opens the entitlements.</summary>
    [Parameter]
    public string? Tab { get; set; }

    public override string Id => CompanyId;

    public override string ListUrl => DashboardUrls.Companies(EnvironmentId);

    protected override EntityType Type => EntityType.Company;

    private string ActiveTab =>
        Tab
            is DashboardUrls.FlagsTab
                or DashboardUrls.UsersTab
                or DashboardUrls.ChecksTab
                or DashboardUrls.UsageTab
                or DashboardUrls.CreditsTab
                or DashboardUrls.HistoryTab
            ? Tab
            : EntitlementsTab;

    protected override Entity ToEntity(CompanyDetailResponseData item) => Entity.FromContract(item);

    protected override CompanyDetailResponseData Merge(Entity entity, CompanyDetailResponseData item) =>
        entity.Over(item);

    protected override async Task<CompanyDetailResponseData> GetAsync(string id, CancellationToken cancellationToken) =>
        (await Api.Companies.GetAsync(id, cancellationToken)).Data;

    protected override Task LoadAsync()
    {
        (_entitlements, _flags, _usersQuery, _usage, _credits, _checks, _recent) = (
            ReadUrl<CompanyEntitlementsQuery>(),
            ReadUrl<FlagVerdictsListQuery>(),
            ReadUrl<CompanyUsersQuery>(),
            ReadUrl<CompanyUsageQuery>(),
            ReadUrl<CompanyCreditsQuery>(),
            ReadUrl<CompanyChecksQuery>(),
            ReadUrl<RecentChecksQuery>()
        );
        // First the company: another one replaces the loader of users.
        var loading = base.LoadAsync();
        return ActiveTab == DashboardUrls.UsersTab ? Task.WhenAll(loading, _users.LoadAsync(_usersQuery)) : loading;
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
            new(EntitlementsTab, "Entitlements", UrlOf(null)),
            new(DashboardUrls.FlagsTab, "Flags", UrlOf(DashboardUrls.FlagsTab)),
            new(DashboardUrls.UsageTab, "Usage", UrlOf(DashboardUrls.UsageTab)),
            new(DashboardUrls.CreditsTab, "Credits", UrlOf(DashboardUrls.CreditsTab)),
            new(DashboardUrls.UsersTab, "Users", UrlOf(DashboardUrls.UsersTab), company.UserCount),
            new(DashboardUrls.ChecksTab, "Checks", UrlOf(DashboardUrls.ChecksTab)),
            new(DashboardUrls.HistoryTab, "History", UrlOf(DashboardUrls.HistoryTab)),
        ];

    private string UrlOf(string? tab) => DashboardUrls.Company(EnvironmentId, CompanyId, tab);

    private async Task<IReadOnlyList<ComboboxOption>> FindUsersAsync(string text, CancellationToken cancellationToken)
    {
        var id = CompanyId;
        var isId = text.StartsWith(EntityWords.IdPrefix(EntityType.User), StringComparison.Ordinal);
        var query = new UsersQuery
        {
            CompanyId = id,
            Ids = isId ? [text] : null,
            Q = isId || text.Length == 0 ? null : text,
            Limit = MostOffered,
        };
        return
        [
            .. (await Api.Users.ListAsync(query, cancellationToken)).Data.Select(user => new ComboboxOption(
                user.Id,
                user.Name,
                user.Keys is [var key, ..] ? key.Value : null
            )),
        ];
    }

    private async Task ChangePlansAsync()
    {
        var changed = await Dialogs.OpenFormAsync<ChangePlansDialog, CompanyDetailResponseData>(
            $"Plan of {Item!.Name}",
            new() { [nameof(ChangePlansDialog.Company)] = Item },
            width: 640
        );
        if (changed is null)
            return;
        Set(changed);
        Toaster.Done(
            changed.Plan is { } plan ? $"{changed.Name} is on {plan.Name}." : $"{changed.Name} is on no plan."
        );
    }

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
