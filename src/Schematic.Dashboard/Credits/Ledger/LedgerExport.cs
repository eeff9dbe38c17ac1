using System.Globalization;
using Schematic.Contracts.Credits;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Shared.Ui.Export;
using Schematic.Gateway.Credits;

namespace Schematic.Dashboard.Credits.Ledger;

/// <summary>
/// All movements that a query matches, for a file. Movements that come meanwhile are left out: they would shift the
/// pages.
/// </summary>
internal static class LedgerExport
{
    public static CsvSource<CreditEventLedgerResponseData> From(
        ICompanyCreditsGateway api,
        CreditLedgerQuery filter,
        DateTimeOffset now
    )
    {
        var all = filter with { EndTime = EndOf(filter, now), Limit = null, Offset = null };
        return new()
        {
            Noun = new("movement", "movements"),
            FileName = "credit-ledger",
            Header = LedgerCsv.Header,
            ToLine = LedgerCsv.FromRow,
            CountAsync = cancellationToken => api.CountLedgerAsync(all, cancellationToken),
            ListAsync = (offset, cancellationToken) =>
                api.ListLedgerAsync(all with { Limit = Page.MaxLimit, Offset = offset }, cancellationToken),
        };
    }

    private static string EndOf(CreditLedgerQuery filter, DateTimeOffset now) =>
        filter.EndTime is { } given && WireTime.TryParse(given, out var end) && end < now
            ? given
            : now.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}
