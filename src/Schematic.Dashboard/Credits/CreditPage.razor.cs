using Microsoft.AspNetCore.Components;
using Schematic.Contracts.Credits;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Shared.Pages;
using Schematic.Dashboard.Shared.Ui.Forms;
using Schematic.Dashboard.Shared.Ui.Text;

namespace Schematic.Dashboard.Credits;

/// <summary>A credit type: what it costs, how it is spent, how companies get it, and which hold it.</summary>
public sealed partial class CreditPage : DetailPage<BillingCreditResponseData>
{
    private const int EditorWidth = 720;

    [Parameter]
    [EditorRequired]
    public string CreditId { get; set; } = "";

    public override Noun Noun { get; } = new("credit", "credits");

    public override string Icon => Icons.Coins;

    public override string Id => CreditId;

    public override string ListUrl => DashboardUrls.Credits(EnvironmentId);

    public override string? Place => Session.Environment.Name;

    protected override async Task<BillingCreditResponseData> GetAsync(string id, CancellationToken cancellationToken) =>
        (await Api.Credits.GetAsync(id, cancellationToken)).Data;

    private async Task EditAsync()
    {
        var saved = await Dialogs.OpenFormAsync<EditCreditDialog, BillingCreditResponseData>(
            "Edit credit",
            new() { [nameof(EditCreditDialog.Credit)] = Item },
            EditorWidth
        );
        if (saved is null)
            return;
        Set(saved);
        Toaster.Done($"{saved.Name} was saved.");
    }

    private async Task DeleteAsync()
    {
        var (credit, api, closing) = (Item!, Api, Closing);
        CreditStakes stakes;
        try
        {
            stakes = await CreditStakes.GetAsync(api, credit.Id, closing);
        }
        catch (Exception failure) when (LoadFailure.Explains(failure, closing))
        {
            // Without the counts nobody knows what is destroyed.
            Toaster.Failed($"Nothing was deleted. {LoadFailure.FromException(failure).Message}");
            return;
        }

        await DeleteAsync(
            credit.Name,
            Consequences(stakes),
            cancellationToken => api.Credits.DeleteAsync(credit.Id, cancellationToken)
        );
    }
}
