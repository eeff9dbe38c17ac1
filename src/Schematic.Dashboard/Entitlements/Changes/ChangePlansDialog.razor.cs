using Microsoft.AspNetCore.Components;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Plans;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Pages;

namespace Schematic.Dashboard.Entitlements.Changes;

/// <summary>
/// Gives a company another plan or other add-ons, and shows what that changes before it is done; closes with the
/// company.
/// </summary>
public sealed partial class ChangePlansDialog : FormDialog<CompanyPlansForm, CompanyDetailResponseData>
{
    private PageLoader<KnownPlans> _plans = default!;
    private PageLoader<CompanyPlanPreviewResponseData> _preview = default!;
    private CompanyDetailResponseData? _meanwhile;

    [Parameter]
    [EditorRequired]
    public CompanyDetailResponseData Company { get; set; } = default!;

    protected override CompanyPlansForm CreateModel() => CompanyPlansForm.From(Company);

    protected override void OnInitialized()
    {
        base.OnInitialized();
        _plans = NewLoader<KnownPlans>();
        _preview = NewLoader<CompanyPlanPreviewResponseData>();
    }

    protected override Task OnInitializedAsync()
    {
        var plans = Session.Gateway.Plans;
        return _plans.LoadAsync("", cancellationToken => KnownPlans.AllAsync(plans, cancellationToken));
    }

    protected override async Task<CompanyDetailResponseData> SendAsync(
        CompanyPlansForm model,
        CancellationToken cancellationToken
    ) => (await Session.Gateway.Plans.UpdateCompanyPlansAsync(Company.Id, model.ToUpdate(), cancellationToken)).Data;

    // Whoever has no published version can be kept, but not chosen.
    private IReadOnlyList<PlanDetailResponseData> Choices(KnownPlans known, PlanType type) =>
        [.. known.Plans.Where(plan => plan.PlanType == type && (plan.ActiveVersion is not null || IsHeld(plan.Id)))];

    private bool IsHeld(string planId) => Company.Plans.Any(plan => plan.Id == planId);

    // What the company has stays on its version.
    private string Title(PlanDetailResponseData plan)
    {
        var held = Company.AddOns.Prepend(Company.Plan).FirstOrDefault(one => one?.Id == plan.Id);
        var version = plan.Versions.FirstOrDefault(version => version.Id == held?.PlanVersionId) ?? plan.ActiveVersion;
        var title = version is null ? plan.Name : $"{plan.Name} {KnownPlans.Number(version)}";
        return held is null ? title : $"{title} (now)";
    }

    private static string Names(CompanyDetailResponseData company) =>
        company.Plans.Count == 0 ? "no plan" : string.Join(", ", company.Plans.Select(static plan => plan.Name));

    private Task ChoosePlanAsync(ChangeEventArgs e)
    {
        Form.Model.BasePlanId = e.Value as string ?? "";
        return PreviewAsync();
    }

    private Task ToggleAsync(string addOnId)
    {
        if (!Form.Model.AddOnIds.Remove(addOnId))
            Form.Model.AddOnIds.Add(addOnId);
        return PreviewAsync();
    }

    private Task PreviewAsync()
    {
        var (plans, companyId, body) = (Session.Gateway.Plans, Company.Id, Form.Model.ToPreview());
        return _preview.LoadAsync(
            (body.BasePlanId, string.Join(',', body.AddOnIds!)),
            async cancellationToken => (await plans.PreviewCompanyPlansAsync(companyId, body, cancellationToken)).Data
        );
    }

    private async Task SaveAsync()
    {
        if (!Form.IsBusy && !Form.Model.IsHeldBy(Company) && !await WasChangedAsync())
            await SubmitAsync();
    }

    // The set that is sent replaces all: what somebody else has just added would be lost.
    private async Task<bool> WasChangedAsync()
    {
        CompanyDetailResponseData? stored = null;
        var companies = Session.Gateway.Companies;
        await Suggestions.TryLoadAsync(
            async cancellationToken => stored = (await companies.GetAsync(Company.Id, cancellationToken)).Data,
            Closing
        );
        var known = CompanyPlansForm.From(_meanwhile ?? Company);
        if (stored is null || known.IsHeldBy(stored))
            return false;
        _meanwhile = stored;
        return true;
    }
}
