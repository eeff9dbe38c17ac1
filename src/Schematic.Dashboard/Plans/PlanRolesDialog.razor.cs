using Microsoft.AspNetCore.Components;
using Schematic.Contracts.Plans;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Pages;

namespace Schematic.Dashboard.Plans;

/// <summary>Chooses the plan of each role; closes with the roles as the API has saved them.</summary>
public sealed partial class PlanRolesDialog : FormDialog<PlanRolesForm, PlanRolesResponseData>
{
    private readonly IReadOnlyList<PlanDetailResponseData>[] _candidates =
    [
        .. PlanRoleWords.All.Select(static _ => (IReadOnlyList<PlanDetailResponseData>)[]),
    ];

    [Parameter]
    [EditorRequired]
    public PlanRolesResponseData Roles { get; set; } = default!;

    protected override PlanRolesForm CreateModel() => PlanRolesForm.From(Roles);

    protected override async Task<PlanRolesResponseData> SendAsync(
        PlanRolesForm model,
        CancellationToken cancellationToken
    ) => (await Session.Gateway.Plans.UpdateRolesAsync(model.ToUpdate(Roles), cancellationToken)).Data;

    protected override async Task OnInitializedAsync()
    {
        var (api, closing) = (Session.Gateway, Closing);
        foreach (var (role, words) in PlanRoleWords.All.Index())
        {
            _candidates[role] = await Suggestions.ListAsync(
                async cancellationToken =>
                    (
                        await api.Plans.ListAsync(
                            words.Candidates with
                            {
                                PlanType = PlanType.Plan,
                                Limit = Page.MaxLimit,
                            },
                            cancellationToken
                        )
                    ).Data,
                closing
            );
            StateHasChanged();
        }
    }
}
