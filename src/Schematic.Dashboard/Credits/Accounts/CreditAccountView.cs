using Schematic.Contracts.Credits;

namespace Schematic.Dashboard.Credits.Accounts;

/// <summary>All credits of one type that a company has or had.</summary>
/// <param name="Lanes">Grants with something left, in the order in which they are spent.</param>
/// <param name="Ended">All other grants, newest first.</param>
/// <param name="Lease">The open hold; null if there is none.</param>
public sealed record CreditAccountView(
    BillingCreditResponseData Credit,
    CompanyCreditBalanceResponseData Balance,
    IReadOnlyList<GrantLane> Lanes,
    IReadOnlyList<BillingCreditGrantResponseData> Ended,
    CreditLeaseResponseData? Lease
)
{
    public CreditUnits Units { get; } = CreditUnits.From(Credit);

    public decimal Settled { get; } = CreditAmount.FromWire(Balance.Settled);

    /// <summary>The forecasts at the rate of the last month and of the last week; empty if nothing is used.</summary>
    public IReadOnlyList<RunOut> Forecasts { get; init; } = [];
}
