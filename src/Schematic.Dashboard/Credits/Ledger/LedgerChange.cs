using Microsoft.AspNetCore.Components;
using Schematic.Contracts.Credits;

namespace Schematic.Dashboard.Credits.Ledger;

/// <summary>A cell with the change that a movement made to a balance.</summary>
internal static class LedgerChange
{
    /// <summary>The change with its sign; for a hold, the amount that moved without changing the balance.</summary>
    public static RenderFragment Draw(CreditEventLedgerResponseData row)
    {
        var change = LedgerWords.Change(row);
        var (css, text, title) = row switch
        {
            _ when LedgerWords.IsHold(row) => (
                "muted",
                $"({CreditAmount.Format(row.Amount)})",
                "Moved between the balance and a hold"
            ),
            _ when LedgerWords.IsUncovered(row) => (
                "ledger-uncovered",
                $"({CreditAmount.Format(row.Amount)})",
                "Nothing was left to take it from"
            ),
            _ => (change > 0 ? "ledger-plus" : null, CreditAmount.FormatChange(change), (string?)null),
        };
        return builder =>
        {
            builder.OpenElement(0, "span");
            builder.AddAttribute(1, "class", css);
            builder.AddAttribute(2, "title", title);
            builder.AddContent(3, text);
            builder.CloseElement();
        };
    }
}
