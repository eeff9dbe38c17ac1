using Microsoft.AspNetCore.Components;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Entitlements;
using Schematic.Dashboard.Entitlements.Overrides;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Shared.Session;
using Schematic.Dashboard.Shared.Ui.Feedback;
using Schematic.Dashboard.Shared.Ui.Forms;

namespace Schematic.Dashboard.Entitlements;

/// <summary>
/// First tab of a company: what it may use of each feature, where that comes from, and how much is used. Made anew for
/// another company.
/// </summary>
public sealed partial class CompanyEntitlementsTab : CancellableComponent
{
    private static readonly IReadOnlyList<(string Value, string Text)> Sources =
    [
        (CompanyEntitlementsQuery.Plan, "From the plan"),
        (CompanyEntitlementsQuery.AddOn, "From an add-on"),
        (CompanyEntitlementsQuery.Override, "With an override"),
    ];

    private PageLoader<IReadOnlyList<CompanyFeature>> _features = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private ConsoleSession Session { get; set; } = default!;

    [Inject]
    private DialogService Dialogs { get; set; } = default!;

    [Inject]
    private Toaster Toaster { get; set; } = default!;

    [Parameter]
    [EditorRequired]
    public string EnvironmentId { get; set; } = "";

    [Parameter]
    [EditorRequired]
    public CompanyDetailResponseData Company { get; set; } = default!;

    [Parameter]
    [EditorRequired]
    public CompanyEntitlementsQuery Query { get; set; } = default!;

    /// <summary>Buttons that give a company without a plan one.</summary>
    [Parameter]
    public RenderFragment? PlanActions { get; set; }

    private string EmptyTitle => Company.Plan is null ? "No plan" : "Nothing to use yet";

    protected override void OnInitialized() => _features = NewLoader<IReadOnlyList<CompanyFeature>>();

    protected override Task OnParametersSetAsync()
    {
        var (entitlements, company, time) = (Session.Gateway.Entitlements, Company, Time);
        // Another plan gives other features; traits hold limits and usage.
        return _features.LoadAsync(
            (company.Id, company.UpdatedAt, string.Join(',', CompanyFeatures.VersionIds(company))),
            cancellationToken => CompanyFeatures.ListAsync(entitlements, company.Id, time, cancellationToken)
        );
    }

    private static int AtLimit(IReadOnlyList<CompanyFeature> features) =>
        features.Count(static feature => feature.IsAtLimit);

    private string UrlOf(ListQuery query) => DashboardUrls.Company(EnvironmentId, Company.Id, null, query);

    private void Open(ListQuery query) => Navigation.NavigateTo(UrlOf(query));

    private void Search(string search) => Navigation.NavigateTo(UrlOf(Query.SearchedFor(search)), replace: true);

    private async Task AddAsync(CompanyFeature? feature)
    {
        var taken = _features.State.Value!.Where(static one => one.Override is not null);
        var made = await Dialogs.AddOverrideAsync(Company, feature?.FeatureId, [.. taken.Select(one => one.FeatureId)]);
        await TellAsync(made, $"{Company.Name} has an override for {made?.Feature?.Name ?? "the feature"}.");
    }

    private async Task EditAsync(CompanyOverrideResponseData own)
    {
        var saved = await Dialogs.EditOverrideAsync(own, Company.Name);
        await TellAsync(saved, $"The override for {own.Feature?.Name ?? "the feature"} was saved.");
    }

    private async Task RemoveAsync(CompanyOverrideResponseData own)
    {
        var removed = await Dialogs.RemoveOverrideAsync(own, Company.Name);
        await TellAsync(removed, $"The override for {own.Feature?.Name ?? "the feature"} was removed.");
    }

    private async Task TellAsync(CompanyOverrideResponseData? changed, string text)
    {
        if (changed is null)
            return;
        Toaster.Done(text);
        await _features.ReloadAsync();
    }
}
