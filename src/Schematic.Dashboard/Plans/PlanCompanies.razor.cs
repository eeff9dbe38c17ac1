using Microsoft.AspNetCore.Components;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Plans;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.Dashboard.Plans;

/// <summary>The companies that have a plan, each with its version of it.</summary>
public sealed partial class PlanCompanies : ComponentBase
{
    public const string Tab = "companies";

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Parameter]
    [EditorRequired]
    public string EnvironmentId { get; set; } = "";

    [Parameter]
    [EditorRequired]
    public PlanDetailResponseData Plan { get; set; } = default!;

    [Parameter]
    [EditorRequired]
    public IPagedRows<CompanyDetailResponseData> List { get; set; } = default!;

    [Parameter]
    [EditorRequired]
    public PlanCompaniesQuery Query { get; set; } = default!;

    // A draft has no companies.
    private IReadOnlyList<(string Value, string Text)> VersionOptions =>
        [
            .. Plan
                .Versions.Where(static version => version.Status != PlanVersionStatus.Draft)
                .Select(static version =>
                    (version.Id, $"v{version.Version} {PlanVersions.Title(version.Status).ToLowerInvariant()}")
                ),
        ];

    private string UrlOf(IUrlQuery query) => DashboardUrls.Plan(EnvironmentId, Plan.Id, Tab, query);

    private void Open(ListQuery query, bool replace = false) => Navigation.NavigateTo(UrlOf(query), replace: replace);

    private void Search(string search) => Open(Query.SearchedFor(search), replace: true);

    private CompanyPlanWithBillingSubView? Membership(CompanyDetailResponseData company) =>
        company.Plan?.Id == Plan.Id ? company.Plan : company.AddOns.FirstOrDefault(addOn => addOn.Id == Plan.Id);

    private PlanVersionResponseData? VersionOf(CompanyDetailResponseData company) =>
        Membership(company)?.PlanVersionId is { } id ? Plan.Versions.FirstOrDefault(version => version.Id == id) : null;
}
