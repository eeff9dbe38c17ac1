using System.Globalization;
using Schematic.Contracts.Credits;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Shared.Ui.Export;

namespace Schematic.Dashboard.Credits.Ledger;

/// <summary>Rows of the ledger as CSV (RFC 4180), safe to open in a spreadsheet.</summary>
internal static class LedgerCsv
{
    public static string Header { get; } =
        Csv.Line([
            "time",
            "company_id",
            "company",
            "credit_id",
            "credit",
            "movement",
            "event_type",
            "amount",
            "change",
            "balance_after",
            "grant_id",
            "grant_reason",
            "feature_id",
            "feature",
            "event_id",
            "ledger_id",
        ]);

    public static string FromRow(CreditEventLedgerResponseData row) =>
        Csv.Line([
            row.EventAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture),
            Csv.Text(row.CompanyId),
            Csv.Text(row.Company?.Name),
            Csv.Text(row.BillingCreditId),
            Csv.Text(row.CreditName),
            Csv.Text(LedgerWords.Movement(row)),
            WireEnum<CreditEventType>.ToWire(row.EventType),
            Number(CreditAmount.FromWire(row.Amount)),
            Number(LedgerWords.Change(row)),
            row.BalanceAfter is { } balance ? Number(CreditAmount.FromWire(balance)) : "",
            Csv.Text(row.GrantId),
            row.GrantReason is { } reason ? WireEnum<BillingCreditGrantReason>.ToWire(reason) : "",
            Csv.Text(row.FeatureId),
            Csv.Text(row.Feature?.Name),
            Csv.Text(row.UsageEventId),
            Csv.Text(row.EventId),
        ]);

    // A number may begin with a minus: it is all digits, and no formula.
    private static string Number(decimal amount) => amount.ToString("0.######", CultureInfo.InvariantCulture);
}
