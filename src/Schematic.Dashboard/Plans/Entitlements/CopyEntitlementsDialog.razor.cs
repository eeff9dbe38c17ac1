using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Components;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Plans;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Pages;

namespace Schematic.Dashboard.Plans.Entitlements;

/// <summary>Copies what a plan gives into another one; says first what could not be copied, then closes.</summary>
public sealed partial class CopyEntitlementsDialog : FormDialog<CopyEntitlementsForm, CopiedEntitlements>
{
    private IReadOnlyList<PlanDetailResponseData> _plans = [];
    private DuplicatePlanEntitlementsResponseResponseData? _result;

    [Parameter]
    [EditorRequired]
    public PlanDetailResponseData Plan { get; set; } = default!;

    private string TargetName =>
        _plans.FirstOrDefault(plan => plan.Id == Form.Model.TargetPlanId)?.Name ?? Form.Model.TargetPlanId;

    protected override CopyEntitlementsForm CreateModel() => new();

    protected override async Task OnInitializedAsync()
    {
        var (api, closing) = (Session.Gateway, Closing);
        var plans = await Suggestions.ListAsync(
            async cancellationToken =>
                (await api.Plans.ListAsync(new PlansQuery { Limit = Page.MaxLimit }, cancellationToken)).Data,
            closing
        );
        _plans =
        [
            .. plans
                .Where(plan => plan.Id != Plan.Id)
                .OrderByDescending(static plan => plan.PlanType)
                .ThenBy(static plan => plan.Name, StringComparer.OrdinalIgnoreCase),
        ];
    }

    protected override async Task<CopiedEntitlements> SendAsync(
        CopyEntitlementsForm model,
        CancellationToken cancellationToken
    )
    {
        _result = (
            await Session.Gateway.Entitlements.DuplicatePlanEntitlementsAsync(
                new() { SourcePlanId = Plan.Id, TargetPlanId = model.TargetPlanId },
                cancellationToken
            )
        ).Data;
        return Result(_result);
    }

    private async Task CopyAsync()
    {
        await Form.SubmitAsync(cancellationToken => SendAsync(Form.Model, cancellationToken), Closing);
        // With nothing left to tell, the dialog is done.
        if (_result is { Skipped.Count: 0, Issues.Count: 0 })
            Finish();
    }

    private void Finish() => Dialogs.Close(Result(_result!));

    private CopiedEntitlements Result(DuplicatePlanEntitlementsResponseResponseData result) =>
        new(Form.Model.TargetPlanId, TargetName, result.Data.Count);
}

/// <summary>
/// The plan to copy to. Members are named as on the wire, so that a refusal finds its field.
/// </summary>
public sealed class CopyEntitlementsForm
{
    [Required(ErrorMessage = "Choose where to copy to.")]
    public string TargetPlanId { get; set; } = "";
}

/// <param name="Count">Number of entitlements that were copied.</param>
public sealed record CopiedEntitlements(string PlanId, string PlanName, int Count);
