using Schematic.Contracts.Credits;
using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.Dashboard.Credits.Accounts;

/// <summary>The address of a company's credits: the filters and the page of its ledger.</summary>
public sealed record CompanyCreditsQuery : ListQuery<CompanyCreditsQuery>
{
    /// <summary>Empty for movements of every credit.</summary>
    public string CreditId { get; init; } = "";

    /// <summary>Null for movements of every kind.</summary>
    public CreditEventType? Type { get; init; }

    public override bool IsFiltered => CreditId.Length > 0 || Type is not null;

    public CreditLedgerQuery ToContract(string companyId) =>
        new()
        {
            CompanyId = companyId,
            BillingCreditId = CreditId.Length == 0 ? null : CreditId,
            EventType = Type,
            Limit = Size,
            Offset = Offset,
        };

    protected override CompanyCreditsQuery ReadFilters(UrlReader url) =>
        this with
        {
            CreditId = url.Text("credit"),
            Type = url.Enum<CreditEventType>("type"),
        };

    protected override void WriteFilters(UrlWriter url) => url.Add("credit", CreditId).Add("type", Type);
}
