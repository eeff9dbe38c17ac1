using System.Globalization;
using Microsoft.AspNetCore.Components;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Plans;
using Schematic.Dashboard.Plans.Audience;
using Schematic.Dashboard.Plans.Entitlements;
using Schematic.Dashboard.Plans.Versions;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Shared.Pages;
using Schematic.Dashboard.Shared.Ui.Forms;
using Schematic.Dashboard.Shared.Ui.Page;
using Schematic.Dashboard.Shared.Ui.Text;

namespace Schematic.Dashboard.Plans;

/// <summary>A plan or an add-on: what it gives, to whom, in which versions.</summary>
public sealed partial class PlanPage : DetailPage<PlanOverview>
{
    private const string EntitlementsTab = "";

    private ListLoader<PlanCompaniesQuery, CompanyDetailResponseData> _companies = default!;
    private PlanCompaniesQuery _companiesQuery = new();
    private PlanEntitlementsTabQuery _entitlements = new();
    private bool _isAudienceDirty;

    /// <summary>Id of a plan or an add-on.</summary>
    [Parameter]
    [EditorRequired]
    public string PlanId { get; set; } = "";

    /// <summary>Any unknown name opens the entitlements.</summary>
    [Parameter]
    public string? Tab { get; set; }

    public override Noun Noun => PlanTypes.Noun(Type);

    public override string Icon => Icons.Layers;

    public override string Id => PlanId;

    public override string ListUrl => PlanTypes.ListUrl(Type, EnvironmentId);

    private PlanDetailResponseData? Plan => Item?.Plan;

    private PlanType Type => Plan?.PlanType ?? PlanType.Plan;

    private IReadOnlyList<Crumb> PlanCrumbs => [new(Noun.Title, ListUrl)];

    private string ActiveTab =>
        Tab
            is PlanCompanies.Tab
                or PlanVersionsTab.Tab
                or PlanAudience.Tab
                or DashboardUrls.CreditsTab
                or DashboardUrls.HistoryTab
            ? Tab
            : EntitlementsTab;

    protected override Task<PlanOverview> GetAsync(string id, CancellationToken cancellationToken) =>
        PlanOverview.GetAsync(Api.Plans, id, cancellationToken);

    protected override Task LoadAsync()
    {
        (_companiesQuery, _entitlements) = (ReadUrl<PlanCompaniesQuery>(), ReadUrl<PlanEntitlementsTabQuery>());
        // First the plan: another one replaces the loader of companies.
        var loading = base.LoadAsync();
        return Task.WhenAll(
            loading,
            ActiveTab == PlanCompanies.Tab ? _companies.LoadAsync(_companiesQuery) : Task.CompletedTask
        );
    }

    protected override void Forget()
    {
        base.Forget();
        _isAudienceDirty = false;
        var id = PlanId;
        _companies = NewListLoader<PlanCompaniesQuery, CompanyDetailResponseData>(
            (query, cancellationToken) => Api.Companies.ListAsync(query.ToContract(id), cancellationToken),
            (query, cancellationToken) => Api.Companies.CountAsync(query.ToContract(id), cancellationToken)
        );
    }

    private string TabUrl(string tab) => DashboardUrls.Plan(EnvironmentId, PlanId, tab);

    private IReadOnlyList<UrlTab> GetTabs(PlanDetailResponseData plan) =>
        [
            new(EntitlementsTab, "Entitlements", DashboardUrls.Plan(EnvironmentId, PlanId)),
            new(DashboardUrls.CreditsTab, "Credits", TabUrl(DashboardUrls.CreditsTab)),
            new(PlanCompanies.Tab, "Companies", TabUrl(PlanCompanies.Tab), plan.CompanyCount),
            new(PlanVersionsTab.Tab, "Versions", TabUrl(PlanVersionsTab.Tab), plan.Versions.Count),
            new(PlanAudience.Tab, "Audience", TabUrl(PlanAudience.Tab)),
            new(DashboardUrls.HistoryTab, "History", TabUrl(DashboardUrls.HistoryTab)),
        ];

    private static string DraftText(PlanVersionResponseData draft, int changes) =>
        changes == 0
            ? $"Draft v{draft.Version} gives the same as the published version."
            : string.Create(
                CultureInfo.InvariantCulture,
                $"Draft v{draft.Version} has {Quantity.Format(changes, "change", "changes")} that no company has yet."
            );

    private async Task EditAsync()
    {
        var saved = await Dialogs.OpenFormAsync<EditPlanDialog, PlanDetailResponseData>(
            $"Edit {Noun.One}",
            new() { [nameof(EditPlanDialog.Plan)] = Plan, [nameof(EditPlanDialog.Tag)] = Item?.Tag }
        );
        if (saved is null)
            return;
        Toaster.Done($"{saved.Name} was saved.");
        await ReloadAsync();
    }

    private Task DeleteAsync()
    {
        var (api, plan) = (Api, Plan!);
        return DeleteAsync(
            plan.Name,
            Consequences(plan),
            cancellationToken => api.Plans.DeleteAsync(plan.Id, cancellationToken)
        );
    }
}
