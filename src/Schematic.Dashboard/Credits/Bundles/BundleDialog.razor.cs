using Microsoft.AspNetCore.Components;
using Schematic.Contracts.Credits;
using Schematic.Contracts.Plans;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Entitlements;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Pages;
using Schematic.Dashboard.Shared.Ui.Text;

namespace Schematic.Dashboard.Credits.Bundles;

/// <summary>Creates a bundle of a credit, or changes one; closes with what the API made of it.</summary>
public sealed partial class BundleDialog : EditDialog<BundleForm, BillingCreditBundleResponseData>
{
    private IReadOnlyList<PlanDetailResponseData> _plans = [];

    [Parameter]
    [EditorRequired]
    public BillingCreditResponseData Credit { get; set; } = default!;

    /// <summary>The bundle to change; null for a new one.</summary>
    [Parameter]
    public BillingCreditBundleResponseData? Bundle { get; set; }

    protected override bool IsNew => Bundle is null;

    protected override BillingCreditBundleResponseData Opened => Bundle!;

    protected override string Mine => Form.Model.Describe();

    private CreditUnits Units => CreditUnits.From(Credit);

    // The choices of the form, and what the bundle has already.
    private IEnumerable<BillingCreditExpiryType> ExpiryTypes => BundleWords.ExpiryTypes.Union([Form.Model.ExpiryType]);

    private string? ExpiryHelp =>
        Form.Model.ExpiryType == BillingCreditExpiryType.EndOfTrial
            ? "A company without a trial cannot be sold it."
            : null;

    private string? TotalText
    {
        get
        {
            var price = Form.Model.CurrencyPrices[0];
            return Form.Model.Size is { } size && price.MinorUnits is { } each
                ? $"The bundle costs {Money.Format(each * size, price.Code)}. Nothing is charged by this server."
                : "Parts of a cent count. Nothing is charged by this server.";
        }
    }

    protected override BundleForm CreateModel() => IsNew ? BundleForm.For(Credit) : BundleForm.From(Stored);

    protected override string Describe(BillingCreditBundleResponseData stored) => BundleForm.From(stored).Describe();

    protected override async Task OnInitializedAsync()
    {
        var (plans, closing) = (Session.Gateway.Plans, Closing);
        await Suggestions.TryLoadAsync(
            async cancellationToken => _plans = (await KnownPlans.AllAsync(plans, cancellationToken)).Plans,
            closing
        );
        await base.OnInitializedAsync();
    }

    protected override Task<Envelope<BillingCreditBundleResponseData>> GetAsync(CancellationToken cancellationToken) =>
        Session.Gateway.Credits.GetBundleAsync(Bundle!.Id, cancellationToken);

    protected override async Task<BillingCreditBundleResponseData> SaveAsync(
        BundleForm model,
        string? tag,
        CancellationToken cancellationToken
    ) =>
        (
            IsNew
                ? await Session.Gateway.Credits.CreateBundleAsync(model.ToCreate(Credit.Id), cancellationToken)
                : await Session.Gateway.Credits.UpdateBundleAsync(Bundle!.Id, model.ToUpdate(), cancellationToken)
        ).Data;

    private static string ExpiryTitle(BillingCreditExpiryType type) =>
        type == BillingCreditExpiryType.Duration ? "After a time" : CreditWords.Expiry(type, null, null);

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private void Toggle(string planId, bool isChosen)
    {
        Form.Model.CompatiblePlanIds = isChosen
            ? [.. Form.Model.CompatiblePlanIds, planId]
            : [.. Form.Model.CompatiblePlanIds.Where(id => id != planId)];
        Notify(nameof(BundleForm.CompatiblePlanIds));
    }

    private void Notify(string member) => Form.EditContext.NotifyFieldChanged(Form.EditContext.Field(member));
}
