using Microsoft.AspNetCore.Components;
using Schematic.Contracts.Plans;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Ui.Forms;
using Schematic.Gateway;

namespace Schematic.Dashboard.Plans;

/// <summary>
/// The initial, fallback and trial-expiry plans of the environment. A failure shows here, and the list of plans stays.
/// </summary>
public sealed partial class PlanRoles : CancellableComponent
{
    private PageLoader<NamedRoles> _roles = default!;

    [Parameter]
    [EditorRequired]
    public string EnvironmentId { get; set; } = "";

    protected override void OnInitialized() => _roles = NewLoader<NamedRoles>();

    protected override Task OnParametersSetAsync()
    {
        var api = Session.Gateway;
        return RendererInfo.IsInteractive
            ? _roles.LoadAsync(
                EnvironmentId,
                async cancellationToken =>
                    await NameAsync(api, (await api.Plans.GetRolesAsync(cancellationToken)).Data, cancellationToken)
            )
            : Task.CompletedTask;
    }

    private static async Task<NamedRoles> NameAsync(
        SchematicGateway api,
        PlanRolesResponseData roles,
        CancellationToken cancellationToken
    )
    {
        var ids = PlanRoleWords.All.Select(role => role.PlanIdOf(roles)).OfType<string>().Distinct().ToList();
        return new(
            roles,
            ids.Count == 0 ? [] : (await api.Plans.ListAsync(new() { Ids = ids }, cancellationToken)).Data
        );
    }

    private async Task EditAsync(PlanRolesResponseData roles)
    {
        var api = Session.Gateway;
        var saved = await Dialogs.OpenFormAsync<PlanRolesDialog, PlanRolesResponseData>(
            "Plans that companies get automatically",
            new() { [nameof(PlanRolesDialog.Roles)] = roles }
        );
        if (saved is null)
            return;
        Toaster.Done("The plans that companies get automatically were changed.");
        await _roles.StartAsync(cancellationToken => NameAsync(api, saved, cancellationToken));
    }

    private sealed record NamedRoles(PlanRolesResponseData Roles, IReadOnlyList<PlanDetailResponseData> Plans)
    {
        public PlanDetailResponseData? Find(string id) => Plans.FirstOrDefault(plan => plan.Id == id);
    }
}
