using Microsoft.AspNetCore.Components;
using Schematic.Contracts.Credits;
using Schematic.Contracts.Plans;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Session;
using Schematic.Dashboard.Shared.Ui.Feedback;
using Schematic.Dashboard.Shared.Ui.Forms;

namespace Schematic.Dashboard.Credits.PlanGrants;

/// <summary>Tab of a plan: the credits that it includes. Made anew for another plan.</summary>
public sealed partial class PlanCredits : CancellableComponent
{
    private const int EditorWidth = 640;

    private PageLoader<IncludedCredits> _included = default!;

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
    public string PlanId { get; set; } = "";

    /// <summary>The version that is edited; null if the plan has none.</summary>
    [Parameter]
    [EditorRequired]
    public PlanVersionResponseData? Version { get; set; }

    /// <summary>Raised after a change, when the plan may have got a draft.</summary>
    [Parameter]
    [EditorRequired]
    public EventCallback Changed { get; set; }

    protected override void OnInitialized() => _included = NewLoader<IncludedCredits>();

    protected override Task OnParametersSetAsync()
    {
        var (api, planId, version) = (Session.Gateway, PlanId, Version);
        return _included.LoadAsync(
            (planId, version?.Id, version?.UpdatedAt),
            async cancellationToken =>
            {
                var credits = AllRows.ListAsync<CreditsQuery, BillingCreditResponseData>(
                    api.Credits.ListAsync,
                    new(),
                    cancellationToken
                );
                var grants = AllRows.ListAsync<PlanCreditGrantsQuery, BillingPlanCreditGrantResponseData>(
                    api.PlanCreditGrants.ListAsync,
                    new() { PlanId = planId, PlanVersionId = version?.Id },
                    cancellationToken
                );
                await Task.WhenAll(credits, grants);
                return new IncludedCredits(
                    [.. (await credits).OrderBy(static credit => credit.Name, StringComparer.OrdinalIgnoreCase)],
                    await grants
                );
            }
        );
    }

    private static string NameOf(BillingPlanCreditGrantResponseData grant) => grant.Credit?.Name ?? grant.CreditName;

    private async Task EditAsync(BillingPlanCreditGrantResponseData? grant)
    {
        var saved = await Dialogs.OpenFormAsync<PlanGrantDialog, BillingPlanCreditGrantResponseData>(
            grant is null ? "Add credits" : $"{NameOf(grant)} in this plan",
            new()
            {
                [nameof(PlanGrantDialog.PlanId)] = PlanId,
                [nameof(PlanGrantDialog.Grant)] = grant,
                [nameof(PlanGrantDialog.Credits)] = _included.State.Value!.Credits,
            },
            EditorWidth
        );
        if (saved is null)
            return;
        Toaster.Done($"{PlanGrantWords.Amount(saved)}: saved.");
        await ReloadAsync();
    }

    private async Task RemoveAsync(BillingPlanCreditGrantResponseData grant)
    {
        var api = Session.Gateway.PlanCreditGrants;
        var confirmation = new Confirmation
        {
            Title = "Remove these credits from the plan?",
            Name = NameOf(grant),
            Action = "Remove credits",
            BusyText = "Removing…",
            Consequences = RemovalText(grant),
            Perform = cancellationToken =>
                api.DeleteAsync(grant.Id, new DeletePlanCreditGrantQuery(), cancellationToken),
            DoneText = $"{NameOf(grant)} was removed from the plan.",
        };
        if (!await Dialogs.ConfirmByNameAsync(confirmation))
            return;
        Toaster.Done(confirmation.DoneText);
        await ReloadAsync();
    }

    // First the plan: its new draft is what is shown then.
    private async Task ReloadAsync()
    {
        await Changed.InvokeAsync();
        await _included.ReloadAsync();
    }

    /// <param name="Credits">The credits to choose from.</param>
    private sealed record IncludedCredits(
        IReadOnlyList<BillingCreditResponseData> Credits,
        IReadOnlyList<BillingPlanCreditGrantResponseData> Grants
    );
}
