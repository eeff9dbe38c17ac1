using Microsoft.AspNetCore.Components;
using Schematic.Contracts.Credits;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Pages;

namespace Schematic.Dashboard.Credits.Accounts;

/// <summary>
/// Gives credits to a company; closes with the new grant. What is sent again, after a double click or a lost answer,
/// has the key of the first time and is granted once.
/// </summary>
public sealed partial class GrantCreditsDialog : FormDialog<GrantForm, BillingCreditGrantResponseData>
{
    private static readonly BillingCreditGrantReason[] Reasons =
    [
        BillingCreditGrantReason.Free,
        BillingCreditGrantReason.Purchased,
        BillingCreditGrantReason.Adjustment,
    ];

    // A request that differs is another grant, and needs a key of its own.
    private readonly Dictionary<CreateCompanyCreditGrant, string> _keys = [];
    private IReadOnlyList<BillingCreditBundleResponseData> _bundles = [];

    [Parameter]
    [EditorRequired]
    public string CompanyId { get; set; } = "";

    /// <summary>The credits to choose from.</summary>
    [Parameter]
    [EditorRequired]
    public IReadOnlyList<BillingCreditResponseData> Credits { get; set; } = [];

    /// <summary>Settled balances of the company by credit id; a credit that is not there has none.</summary>
    [Parameter]
    [EditorRequired]
    public IReadOnlyDictionary<string, decimal> Balances { get; set; } = new Dictionary<string, decimal>();

    /// <summary>The credit to begin with; null lets the person choose.</summary>
    [Parameter]
    public string? CreditId { get; set; }

    private BillingCreditResponseData? Chosen => Credits.FirstOrDefault(credit => credit.Id == Form.Model.CreditId);

    private BillingCreditBundleResponseData? Bundle =>
        _bundles.FirstOrDefault(bundle => bundle.Id == Form.Model.CreditBundleId);

    private CreditUnits Units => Chosen is { } credit ? CreditUnits.From(credit) : CreditUnits.Default;

    private decimal Before => Balances.GetValueOrDefault(Form.Model.CreditId);

    private string After => Form.Model.Total is { } total ? CreditAmount.Format(Before + total) : "…";

    private string? BundleHelp =>
        Bundle is null
            ? null
            : $"{Bundles.BundleWords.Content(Bundle)}. It counts as a purchase; nothing is charged by this server.";

    private string? ReasonHelp =>
        Form.Model.Reason == BillingCreditGrantReason.Adjustment
            ? "Adjustments are spent before all other credits."
            : null;

    private string DefaultExpiry =>
        (Bundle, Chosen) switch
        {
            ({ } bundle, _) => "As the bundle: "
                + CreditWords.ExpiryWithin(bundle.ExpiryType, bundle.ExpiryUnit, bundle.ExpiryUnitCount),
            (_, { } credit) => $"As the credit: {CreditWords.Lower(CreditWords.DefaultExpiry(credit))}",
            _ => "As the credit says",
        };

    protected override GrantForm CreateModel() => new();

    protected override Task OnInitializedAsync() => CreditId is { } wanted ? ChooseAsync(wanted) : Task.CompletedTask;

    protected override async Task<BillingCreditGrantResponseData> SendAsync(
        GrantForm model,
        CancellationToken cancellationToken
    )
    {
        var body = model.ToContract(CompanyId);
        if (!_keys.TryGetValue(body, out var key))
            _keys[body] = key = $"console-{Guid.NewGuid():N}";
        return (await Session.Gateway.CompanyCredits.GrantAsync(body, key, cancellationToken)).Data;
    }

    private async Task ChooseAsync(string creditId)
    {
        (Form.Model.CreditId, Form.Model.CreditBundleId, Form.Model.BundleSize, _bundles) = (creditId, "", null, []);
        Notify(nameof(GrantForm.CreditId));
        if (creditId.Length == 0)
            return;
        var api = Session.Gateway.Credits;
        var bundles = await Suggestions.ListAsync(
            cancellationToken =>
                AllRows.ListAsync<CreditBundlesQuery, BillingCreditBundleResponseData>(
                    api.ListBundlesAsync,
                    new() { CreditId = creditId, Status = BillingCreditBundleStatus.Active },
                    cancellationToken
                ),
            Closing
        );
        if (Form.Model.CreditId == creditId)
            _bundles = [.. bundles.Where(static bundle => bundle.Quantity is not null)];
    }

    private void ChooseBundle(string bundleId)
    {
        Form.Model.CreditBundleId = bundleId;
        Form.Model.BundleSize = Bundle?.Quantity;
        Notify(nameof(GrantForm.CreditBundleId));
    }

    private void Notify(string member) => Form.EditContext.NotifyFieldChanged(Form.EditContext.Field(member));
}
