using Microsoft.AspNetCore.Components;
using Schematic.Contracts.Credits;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Session;
using Schematic.Dashboard.Shared.Ui.Feedback;
using Schematic.Dashboard.Shared.Ui.Forms;

namespace Schematic.Dashboard.Credits.Bundles;

public sealed partial class CreditBundles : CancellableComponent
{
    private PageLoader<IReadOnlyList<BillingCreditBundleResponseData>> _bundles = default!;

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
    public BillingCreditResponseData Credit { get; set; } = default!;

    protected override void OnInitialized() => _bundles = NewLoader<IReadOnlyList<BillingCreditBundleResponseData>>();

    protected override Task OnParametersSetAsync()
    {
        var (api, creditId) = (Session.Gateway.Credits, Credit.Id);
        return _bundles.LoadAsync(
            creditId,
            cancellationToken =>
                AllRows.ListAsync<CreditBundlesQuery, BillingCreditBundleResponseData>(
                    api.ListBundlesAsync,
                    new() { CreditId = creditId },
                    cancellationToken
                )
        );
    }

    private async Task EditAsync(BillingCreditBundleResponseData? bundle)
    {
        var saved = await Dialogs.OpenFormAsync<BundleDialog, BillingCreditBundleResponseData>(
            bundle is null ? "New bundle" : "Edit bundle",
            new() { [nameof(BundleDialog.Credit)] = Credit, [nameof(BundleDialog.Bundle)] = bundle }
        );
        if (saved is null)
            return;
        Toaster.Done(bundle is null ? $"{saved.Name} was created." : $"{saved.Name} was saved.");
        await _bundles.ReloadAsync();
    }

    private Task DeleteAsync(BillingCreditBundleResponseData bundle)
    {
        var api = Session.Gateway.Credits;
        return ConfirmAsync(
            Confirmation.Delete(
                "bundle",
                bundle.Name,
                DeleteText(bundle),
                cancellationToken => api.DeleteBundleAsync(bundle.Id, cancellationToken)
            )
        );
    }

    private Task DeactivateAsync(BillingCreditBundleResponseData bundle)
    {
        var api = Session.Gateway.Credits;
        return ConfirmAsync(
            new()
            {
                Title = "Stop selling this bundle?",
                Name = bundle.Name,
                Action = "Stop selling",
                BusyText = "Saving…",
                Consequences = DeactivateText(bundle),
                // What is sent is what is stored now, but for the status.
                Perform = async cancellationToken =>
                {
                    var form = BundleForm.From((await api.GetBundleAsync(bundle.Id, cancellationToken)).Data);
                    form.IsActive = false;
                    await api.UpdateBundleAsync(bundle.Id, form.ToUpdate(), cancellationToken);
                },
                DoneText = $"{bundle.Name} is sold no more.",
            }
        );
    }

    private async Task ConfirmAsync(Confirmation confirmation)
    {
        if (!await Dialogs.ConfirmByNameAsync(confirmation))
            return;
        Toaster.Done(confirmation.DoneText);
        await _bundles.ReloadAsync();
    }
}
