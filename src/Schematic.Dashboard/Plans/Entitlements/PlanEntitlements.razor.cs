using Microsoft.AspNetCore.Components;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Plans;
using Schematic.Dashboard.Entitlements;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Shared.Session;
using Schematic.Dashboard.Shared.Ui.Feedback;
using Schematic.Dashboard.Shared.Ui.Forms;
using Schematic.Dashboard.Shared.Ui.Text;

namespace Schematic.Dashboard.Plans.Entitlements;

/// <summary>
/// The entitlements of one version of a plan. The draft is edited; so is a published version without a draft, which
/// makes one.
/// </summary>
public sealed partial class PlanEntitlements : CancellableComponent
{
    private PageLoader<PlanContent> _content = default!;

    [Inject]
    private ConsoleSession Session { get; set; } = default!;

    [Inject]
    private DialogService Dialogs { get; set; } = default!;

    [Inject]
    private Toaster Toaster { get; set; } = default!;

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
    public PlanEntitlementsTabQuery Query { get; set; } = default!;

    /// <summary>Raised after a change, when the plan may have got a draft.</summary>
    [Parameter]
    [EditorRequired]
    public EventCallback Changed { get; set; }

    private PlanVersionResponseData? Shown =>
        Query.VersionId.Length == 0
            ? PlanVersions.Edited(Plan) ?? (Plan.Versions is [var newest, ..] ? newest : null)
            : Plan.Versions.FirstOrDefault(version => version.Id == Query.VersionId);

    private bool CanEdit => Shown is { } shown && shown.Id == PlanVersions.Edited(Plan)?.Id;

    private string? Note =>
        Shown switch
        {
            { Status: PlanVersionStatus.Published } when CanEdit =>
                "This is the published version. Your first change begins a draft; companies keep what they have until "
                    + "you publish it.",
            { Status: PlanVersionStatus.Published } => "This is what companies have now. Changes go to the draft.",
            { Status: PlanVersionStatus.Archived } => "This version was replaced, and stays as it was.",
            { Status: PlanVersionStatus.Draft } when Plan.ActiveVersion is not null =>
                "This is the draft. No company has it until you publish it.",
            _ => null,
        };

    protected override void OnInitialized() => _content = NewLoader<PlanContent>();

    protected override Task OnParametersSetAsync()
    {
        if (Shown is not { } version)
            return Task.CompletedTask;
        var (api, planId) = (Session.Gateway, Plan.Id);
        return _content.LoadAsync(
            (version.Id, version.Status, version.UpdatedAt),
            cancellationToken => PlanContent.GetAsync(api, planId, version, cancellationToken)
        );
    }

    private static string Value(PlanEntitlementResponseData entitlement) =>
        EntitlementWords.Value(EntitlementValue.From(entitlement));

    private string Sentence(
        PlanEntitlementResponseData entitlement,
        PlanVersionResponseData version,
        long? companies
    ) =>
        PlanSentence.For(
            EntitlementValue.From(entitlement),
            EntitlementTerms.Name(entitlement),
            Plan.Name,
            version.Status == PlanVersionStatus.Draft ? null : companies
        );

    private void Open(string? versionId)
    {
        // The version that opens by itself needs no name in the address.
        var query = new PlanEntitlementsTabQuery
        {
            VersionId = versionId == PlanVersions.Edited(Plan)?.Id ? "" : versionId ?? "",
        };
        Navigation.NavigateTo(DashboardUrls.Plan(EnvironmentId, Plan.Id, null, query));
    }

    private Task AddAsync() => OpenEditorAsync(null, "Add entitlement");

    private Task EditAsync(PlanEntitlementResponseData entitlement) =>
        OpenEditorAsync(entitlement, EntitlementTerms.Name(entitlement));

    private async Task OpenEditorAsync(PlanEntitlementResponseData? entitlement, string title)
    {
        var begins = BeginsDraft;
        var saved = await Dialogs.OpenFormAsync<EntitlementDialog, PlanEntitlementResponseData>(
            title,
            new()
            {
                [nameof(EntitlementDialog.Plan)] = Plan,
                [nameof(EntitlementDialog.Entitlement)] = entitlement,
                [nameof(EntitlementDialog.Given)] = _content
                    .State.Value?.Entitlements.Select(static one => one.FeatureId)
                    .ToHashSet(),
            }
        );
        if (saved is null)
            return;
        Toaster.Done(
            begins
                ? $"{EntitlementTerms.Name(saved)} was saved in a new draft."
                : $"{EntitlementTerms.Name(saved)} was saved."
        );
        await Changed.InvokeAsync();
    }

    private async Task RemoveAsync(PlanEntitlementResponseData entitlement)
    {
        var (name, begins) = (EntitlementTerms.Name(entitlement), BeginsDraft);
        var removed = await Dialogs.OpenFormAsync<RemoveEntitlementDialog, PlanEntitlementResponseData>(
            $"Remove {name}?",
            new()
            {
                [nameof(RemoveEntitlementDialog.Plan)] = Plan,
                [nameof(RemoveEntitlementDialog.Entitlement)] = entitlement,
            }
        );
        if (removed is null)
            return;
        Toaster.Done(begins ? $"{name} was removed in a new draft." : $"{name} was removed from the draft.");
        await Changed.InvokeAsync();
    }

    private async Task DuplicateAsync()
    {
        var copied = await Dialogs.OpenFormAsync<CopyEntitlementsDialog, CopiedEntitlements>(
            "Copy entitlements to another plan",
            new() { [nameof(CopyEntitlementsDialog.Plan)] = Plan }
        );
        if (copied is null)
            return;
        Toaster.Done(
            $"{Quantity.Format(copied.Count, "entitlement was", "entitlements were")} copied to {copied.PlanName}.",
            "Open",
            DashboardUrls.Plan(EnvironmentId, copied.PlanId)
        );
    }

    private bool BeginsDraft => Plan.DraftVersion is null;
}
