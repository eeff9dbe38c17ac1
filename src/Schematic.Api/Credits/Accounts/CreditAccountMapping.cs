using System.Globalization;
using Schematic.Api.Credits.Ledger;
using Schematic.Api.Entities;
using Schematic.Api.Plans;
using Schematic.Contracts.Billing;
using Schematic.Contracts.Credits;
using Schematic.Rules.Facts;

namespace Schematic.Api.Credits.Accounts;

internal static class CreditAccountMapping
{
    public static BillingCreditGrantResponseData ToContract(this CreditGrantDetail detail)
    {
        var (row, held) = (detail.Grant, detail.Grant.HeldMicroCredits);
        var left = row.RemainingMicroCredits + held;
        var renewal = detail.Related.Renewals.GetValueOrDefault(detail.Key);
        return new()
        {
            Id = row.Id,
            CompanyId = detail.Company.Id,
            CompanyName = detail.Company.Name,
            CreditId = detail.Credit.Id,
            CreditName = detail.Credit.Name,
            CreditIcon = detail.Credit.Icon,
            GrantReason = row.Reason,
            Quantity = MicroCredits.ToWire(row.QuantityMicroCredits),
            QuantityRemaining = MicroCredits.ToWire(row.RemainingMicroCredits),
            QuantityUsed = MicroCredits.ToWire(row.QuantityMicroCredits - left - row.RemovedMicroCredits),
            Reserved = held == 0 ? null : MicroCredits.ToWire(held),
            Settled = held == 0 ? null : MicroCredits.ToWire(left),
            ValidFrom = row.ValidFrom,
            ExpiresAt = row.ExpiresAt,
            ZeroedOutDate = row.ZeroedOutAt,
            ZeroedOutReason = row.ZeroedOutReason,
            RenewalEnabled = renewal is not null,
            RenewalPeriod = renewal?.Cadence,
            PlanId = detail.Plan?.Id,
            PlanName = detail.Plan?.Name,
            Currency = row.Currency,
            Note = row.Note,
            Price = detail.Price(),
            SourceGrantId = row.SourceNumber is { } source ? detail.IdOf(source) : null,
            SourceLabel = detail.SourceLabel(),
            Transfers = detail.Transfers() is { Count: > 0 } transfers ? transfers : null,
            CreatedAt = row.ValidFrom,
            UpdatedAt = row.UpdatedAt,
        };
    }

    public static CompanyCreditBalanceResponseData ToContract(this CreditBalanceRow row, string creditId) =>
        new()
        {
            CreditId = creditId,
            Remaining = MicroCredits.ToWire(row.RemainingMicroCredits),
            Reserved = MicroCredits.ToWire(row.ReservedMicroCredits),
            Settled = MicroCredits.ToWire(row.RemainingMicroCredits + row.ReservedMicroCredits),
            Total = MicroCredits.ToWire(row.TotalMicroCredits),
            Source = BillingProviderType.Schematic,
        };

    public static CreditLeaseResponseData ToContract(this CreditLease lease, string companyId, string creditId) =>
        new()
        {
            Id = lease.Id,
            CompanyId = companyId,
            CreditTypeId = creditId,
            GrantedAmount = MicroCredits.ToWire(lease.GrantedMicroCredits),
            ExpiresAt = lease.ExpiresAt,
            ReleasedAt = lease.ReleasedAt,
            SpentAmount = MicroCredits.ToWire(lease.CommittedMicroCredits),
            CreatedAt = lease.CreatedAt,
            UpdatedAt = lease.UpdatedAt,
        };

    public static CreditHolderResponseData ToContract(this CreditBalanceRow row, CompanyRow company) =>
        new()
        {
            Company = company.ToLedgerContract(),
            Remaining = MicroCredits.ToWire(row.RemainingMicroCredits),
            Reserved = MicroCredits.ToWire(row.ReservedMicroCredits),
            Settled = MicroCredits.ToWire(row.RemainingMicroCredits + row.ReservedMicroCredits),
            Total = MicroCredits.ToWire(row.TotalMicroCredits),
        };

    public static CompanyLedgerResponseData ToLedgerContract(this CompanyRow row) =>
        new() { Id = row.Id, Name = row.Name };

    public static string IdOf(this CreditLedgerRow row) =>
        string.Create(CultureInfo.InvariantCulture, $"{CreditLedgerRow.IdPrefix}_{row.Seq}");
}

/// <summary>A grant with all that an answer says of it.</summary>
internal sealed record CreditGrantDetail(
    CreditGrantRow Grant,
    CompanyRow Company,
    CreditTypeRow Credit,
    PlanRow? Plan,
    CreditBundleRow? Bundle,
    RelatedGrants Related
)
{
    private AccountKey Account => new(Grant.CompanySeq, Grant.CreditTypeSeq);

    public (AccountKey Account, long Number) Key => (Account, Grant.Number);

    public string? IdOf(long number) => Related.Ids.GetValueOrDefault((Account, number));

    public string SourceLabel() =>
        Plan?.Name
        ?? Bundle?.Name
        ?? Grant.Reason switch
        {
            BillingCreditGrantReason.Adjustment => Grant.TakesRefunds ? "Refunds" : "Adjustment",
            BillingCreditGrantReason.BillingCreditAutoTopup => "Automatic top-up",
            BillingCreditGrantReason.Plan => "Plan",
            BillingCreditGrantReason.Purchased => "Purchase",
            BillingCreditGrantReason.Rollover => "Rollover",
            _ => "Gift",
        };

    /// <summary>Price of one credit; null unless bought at a price of their bundle or type in the currency.</summary>
    public BillingPriceResponseData? Price() =>
        Grant.Currency is { } currency && CreditPrices.Read(Bundle?.Prices ?? Credit.Prices).In(currency) is { } amount
            ? CreditPrices.ToContract(Bundle?.Id ?? Credit.Id, currency, amount)
            : null;

    public IReadOnlyList<CreditTransferResponseData> Transfers() =>
        [
            .. Related
                .Transfers.Where(row =>
                    new AccountKey(row.CompanySeq, row.CreditTypeSeq) == Account
                    && (row.GrantNumber == Grant.Number || row.ToGrantNumber == Grant.Number)
                )
                .Select(row => new CreditTransferResponseData
                {
                    Id = row.IdOf(),
                    Amount = MicroCredits.ToWire(row.AmountMicroCredits),
                    Direction = row.GrantNumber == Grant.Number ? "out" : "in",
                    Reason = "rollover",
                    RelatedGrantId =
                        IdOf(row.GrantNumber == Grant.Number ? row.ToGrantNumber!.Value : row.GrantNumber!.Value) ?? "",
                    CreatedAt = row.EventAt,
                }),
        ];
}
