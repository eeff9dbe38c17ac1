using System.Globalization;
using System.Text;
using Schematic.Contracts.Credits;
using Schematic.Contracts.Wire;

namespace Schematic.Dashboard.Credits.Ledger;

/// <summary>Rows of the ledger as CSV (RFC 4180), safe to open in a spreadsheet.</summary>
internal static class LedgerCsv
{
    /// <summary>Characters at which a spreadsheet takes a cell for a formula.</summary>
    private const string FormulaStarts = "=+-@\t\r";

    public static string Header { get; } =
        Line([
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
        Line([
            row.EventAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture),
            Text(row.CompanyId),
            Text(row.Company?.Name),
            Text(row.BillingCreditId),
            Text(row.CreditName),
            Text(LedgerWords.Movement(row)),
            WireEnum<CreditEventType>.ToWire(row.EventType),
            Number(CreditAmount.FromWire(row.Amount)),
            Number(LedgerWords.Change(row)),
            row.BalanceAfter is { } balance ? Number(CreditAmount.FromWire(balance)) : "",
            Text(row.GrantId),
            row.GrantReason is { } reason ? WireEnum<BillingCreditGrantReason>.ToWire(reason) : "",
            Text(row.FeatureId),
            Text(row.Feature?.Name),
            Text(row.UsageEventId),
            Text(row.EventId),
        ]);

    // A number may begin with a minus: it is all digits, and no formula.
    private static string Number(decimal amount) => amount.ToString("0.######", CultureInfo.InvariantCulture);

    /// <summary>Text that no spreadsheet runs.</summary>
    private static string Text(string? text) =>
        string.IsNullOrEmpty(text) ? ""
        : FormulaStarts.Contains(text[0], StringComparison.Ordinal) ? $"'{text}"
        : text;

    private static string Line(IEnumerable<string> cells) =>
        new StringBuilder().AppendJoin(',', cells.Select(Quote)).Append("\r\n").ToString();

    private static string Quote(string cell) =>
        cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
