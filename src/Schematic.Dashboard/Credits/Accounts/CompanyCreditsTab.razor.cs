using Microsoft.AspNetCore.Components;
using Schematic.Contracts.Credits;
using Schematic.Dashboard.Credits.Ledger;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Shared.Session;
using Schematic.Dashboard.Shared.Ui.Feedback;
using Schematic.Dashboard.Shared.Ui.Forms;

namespace Schematic.Dashboard.Credits.Accounts;

/// <summary>Tab of a company: its balances, its grants and its ledger. Made anew for another company.</summary>
public sealed partial class CompanyCreditsTab : CancellableComponent
{
    private PageLoader<CompanyCredits> _credits = default!;
    private ListLoader<CompanyCreditsQuery, CreditEventLedgerResponseData> _ledger = default!;

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
    public string CompanyId { get; set; } = "";

    [Parameter]
    [EditorRequired]
    public CompanyCreditsQuery Query { get; set; } = default!;

    protected override void OnInitialized()
    {
        _credits = NewLoader<CompanyCredits>();
        var companyId = CompanyId;
        _ledger = Own(
            new ListLoader<CompanyCreditsQuery, CreditEventLedgerResponseData>(
                StateHasChanged,
                Time,
                (query, cancellationToken) =>
                    Session.Gateway.CompanyCredits.ListLedgerAsync(query.ToContract(companyId), cancellationToken),
                (query, cancellationToken) =>
                    Session.Gateway.CompanyCredits.CountLedgerAsync(query.ToContract(companyId), cancellationToken)
            )
        );
    }

    protected override Task OnParametersSetAsync()
    {
        var (api, companyId) = (Session.Gateway, CompanyId);
        return Task.WhenAll(
            _credits.LoadAsync(
                companyId,
                cancellationToken => CompanyCredits.GetAsync(api, companyId, Time.GetUtcNow(), cancellationToken)
            ),
            _ledger.LoadAsync(Query.Rows)
        );
    }

    private static IReadOnlyList<(string Value, string Text)> CreditOptions(CompanyCredits credits) =>
        [.. credits.Accounts.Select(static account => (account.Credit.Id, account.Credit.Name))];

    private async Task GrantAsync(string? creditId)
    {
        var credits = _credits.State.Value!;
        var granted = await Dialogs.OpenFormAsync<GrantCreditsDialog, BillingCreditGrantResponseData>(
            "Grant credits",
            new()
            {
                [nameof(GrantCreditsDialog.CompanyId)] = CompanyId,
                [nameof(GrantCreditsDialog.Credits)] = credits.Credits,
                [nameof(GrantCreditsDialog.Balances)] = credits.Accounts.ToDictionary(
                    static account => account.Credit.Id,
                    static account => account.Settled
                ),
                [nameof(GrantCreditsDialog.CreditId)] = creditId ?? (credits.Credits is [var only] ? only.Id : null),
            }
        );
        if (granted is null)
            return;
        Toaster.Done($"{CreditAmount.Format(granted.Quantity)} {granted.CreditName} were granted.");
        await ReloadAsync();
    }

    private async Task ZeroOutAsync(CreditAccountView account, GrantLane lane)
    {
        var removed = await Dialogs.OpenFormAsync<ZeroOutDialog, BillingCreditGrantResponseData>(
            "Zero out this grant?",
            new()
            {
                [nameof(ZeroOutDialog.Lane)] = lane,
                [nameof(ZeroOutDialog.Units)] = account.Units,
                [nameof(ZeroOutDialog.Balance)] = account.Settled,
            }
        );
        if (removed is null)
            return;
        Toaster.Done($"What was left of {removed.SourceLabel} was removed.");
        await ReloadAsync();
    }

    private async Task ReleaseAsync(CreditAccountView account, CreditLeaseResponseData lease)
    {
        var released = await Dialogs.OpenFormAsync<ReleaseHoldDialog, CreditLeaseResponseData>(
            "Release this hold?",
            new()
            {
                [nameof(ReleaseHoldDialog.Lease)] = lease,
                [nameof(ReleaseHoldDialog.Units)] = account.Units,
                [nameof(ReleaseHoldDialog.Remaining)] = CreditAmount.FromWire(account.Balance.Remaining),
            }
        );
        if (released is null)
            return;
        Toaster.Done("The hold was released.");
        await ReloadAsync();
    }

    private Task ReloadAsync() => Task.WhenAll(_credits.ReloadAsync(), _ledger.ReloadAsync());

    private void FilterByCredit(string creditId) => Open(Query with { CreditId = creditId, Page = 1 });

    private void FilterByType(string value) => Open(Query with { Type = LedgerWords.TypeOf(value), Page = 1 });

    private void Open(CompanyCreditsQuery query) => Navigation.NavigateTo(UrlOf(query));

    private string UrlOf(ListQuery query) =>
        DashboardUrls.Company(EnvironmentId, CompanyId, DashboardUrls.CreditsTab, query);
}
