using Microsoft.AspNetCore.Components;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Plans;
using Schematic.Dashboard.Entities;
using Schematic.Dashboard.Plans.Entitlements;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Shared.Session;
using Schematic.Dashboard.Shared.Ui.Feedback;
using Schematic.Dashboard.Shared.Ui.Forms;
using Schematic.Dashboard.Shared.Ui.Text;

namespace Schematic.Dashboard.Plans.Versions;

/// <summary>
/// The versions of a plan: what the draft would change, how many companies are on each, and their moves between them.
/// </summary>
public sealed partial class PlanVersionsTab : CancellableComponent
{
    public const string Tab = "versions";

    private PageLoader<IReadOnlyDictionary<string, long>> _counts = default!;
    private PlanMigrations? _migrations;

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
    public PlanOverview Overview { get; set; } = default!;

    /// <summary>Raised after a change of the versions, or of the companies on them.</summary>
    [Parameter]
    [EditorRequired]
    public EventCallback Changed { get; set; }

    private PlanDetailResponseData Plan => Overview.Plan;

    private string DraftText =>
        (Plan.ActiveVersion, Overview.DraftChanges.Count) switch
        {
            (null, 0) => "Gives nothing yet. Add entitlements before you publish it.",
            (null, var count) => $"Never published. It gives {Quantity.Format(count, "feature", "features")}.",
            (_, 0) => "Gives the same as the published version.",
            var (active, count) =>
                $"{Quantity.Format(count, "change", "changes")} since v{active!.Version}, which is published.",
        };

    protected override void OnInitialized() => _counts = NewLoader<IReadOnlyDictionary<string, long>>();

    // Beside the versions, which are there without it.
    protected override Task OnParametersSetAsync()
    {
        var (companies, versions) = (Session.Gateway.Companies, Plan.Versions);
        return _counts.LoadAsync(
            Overview,
            async cancellationToken =>
            {
                var counts = await BoundedParallel.SelectAsync(
                    [.. versions.Where(static version => version.Status != PlanVersionStatus.Draft)],
                    async (version, token) =>
                        (
                            version.Id,
                            (await companies.CountAsync(new CompaniesQuery { PlanVersionId = version.Id }, token))
                                .Data
                                .Count
                        ),
                    cancellationToken
                );
                return counts.ToDictionary(static one => one.Id, static one => one.Count, StringComparer.Ordinal);
            }
        );
    }

    private long? CountOf(PlanVersionResponseData version) =>
        _counts.State.Value is { } counts && counts.TryGetValue(version.Id, out var count) ? count : null;

    private bool CanMoveFrom(PlanVersionResponseData version) =>
        Plan.ActiveVersion is not null && version.Status == PlanVersionStatus.Archived && CountOf(version) is not 0;

    private string EntitlementsUrl(PlanVersionResponseData version) =>
        DashboardUrls.Plan(
            EnvironmentId,
            Plan.Id,
            null,
            new PlanEntitlementsTabQuery { VersionId = version.Id == PlanVersions.Edited(Plan)?.Id ? "" : version.Id }
        );

    private string CompaniesUrl(PlanVersionResponseData version) => CompaniesUrlOf(version.Id);

    private string CompaniesUrlOf(string versionId) =>
        DashboardUrls.Plan(EnvironmentId, Plan.Id, PlanCompanies.Tab, new PlanCompaniesQuery { VersionId = versionId });

    private async Task PublishAsync(PlanVersionResponseData draft)
    {
        var published = await Dialogs.OpenFormAsync<PublishDialog, PlanVersionResponseData>(
            $"Publish {Plan.Name} v{draft.Version}?",
            new() { [nameof(PublishDialog.Overview)] = Overview, [nameof(PublishDialog.Draft)] = draft }
        );
        if (published is null)
            return;
        Toaster.Done($"{Plan.Name} v{published.Version} is published.");
        await Changed.InvokeAsync();
    }

    private async Task MoveAsync(IReadOnlyList<string> versionIds)
    {
        var begun = await Dialogs.OpenFormAsync<MigrateDialog, PlanVersionMigrationResponseData>(
            "Move companies to the published version",
            new() { [nameof(MigrateDialog.Plan)] = Plan, [nameof(MigrateDialog.FromVersionIds)] = versionIds }
        );
        if (begun is not null && _migrations is { } migrations)
            await migrations.ReloadAsync();
    }

    private async Task DeleteDraftAsync(PlanVersionResponseData draft)
    {
        var api = Session.Gateway;
        var confirmation = new Confirmation
        {
            Title = "Delete this draft?",
            Name = $"v{draft.Version}",
            Action = "Delete draft",
            Consequences = DraftConsequences(Overview.DraftChanges),
            Perform = cancellationToken => api.Plans.DeleteVersionAsync(draft.Id, new(), cancellationToken),
        };
        if (!await Dialogs.ConfirmByNameAsync(confirmation))
            return;
        Toaster.Done($"Draft v{draft.Version} was deleted.");
        await Changed.InvokeAsync();
    }

    private async Task DeleteVersionAsync(PlanVersionResponseData version)
    {
        var api = Session.Gateway;
        var next =
            version.Status == PlanVersionStatus.Published
                ? Plan.Versions.FirstOrDefault(static one => one.Status == PlanVersionStatus.Archived)
                : null;
        var confirmation = Confirmation.Delete(
            "version",
            $"v{version.Version}",
            Consequences(version, next),
            cancellationToken =>
                api.Plans.DeleteVersionAsync(
                    version.Id,
                    new DeletePlanVersionQuery { PromoteArchivedVersion = next is null ? null : true },
                    cancellationToken
                )
        );
        if (!await Dialogs.ConfirmByNameAsync(confirmation))
            return;
        Toaster.Done(confirmation.DoneText);
        await Changed.InvokeAsync();
    }
}
