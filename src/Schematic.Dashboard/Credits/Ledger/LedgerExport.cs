using System.Globalization;
using System.Text;
using Schematic.Contracts.Credits;
using Schematic.Contracts.Wire;
using Schematic.Gateway.Credits;

namespace Schematic.Dashboard.Credits.Ledger;

/// <summary>
/// Writes all movements that a query matches into a file. Movements that come meanwhile are left out: they would shift
/// the pages.
/// </summary>
internal sealed class LedgerExport(ICompanyCreditsGateway api, CreditLedgerQuery filter, DateTimeOffset now)
{
    private readonly CreditLedgerQuery _filter = filter with
    {
        EndTime = EndOf(filter, now),
        Limit = null,
        Offset = null,
    };

    /// <summary>Rows written so far.</summary>
    public long Done { get; private set; }

    /// <summary>Rows there are; null until they are counted.</summary>
    public long? Total { get; private set; }

    /// <param name="file">Gets UTF-8 with a mark, by which spreadsheets know it.</param>
    /// <param name="progressed">Called after each page.</param>
    public async Task WriteAsync(Stream file, Action progressed, CancellationToken cancellationToken)
    {
        Total = (await api.CountLedgerAsync(_filter, cancellationToken)).Data.Count;
        progressed();
        await using var writer = new StreamWriter(file, new UTF8Encoding(true), leaveOpen: true);
        await writer.WriteAsync(LedgerCsv.Header.AsMemory(), cancellationToken);
        IReadOnlyList<CreditEventLedgerResponseData> page;
        do
        {
            var query = _filter with { Limit = Page.MaxLimit, Offset = Done };
            page = (await api.ListLedgerAsync(query, cancellationToken)).Data;
            foreach (var row in page)
                await writer.WriteAsync(LedgerCsv.FromRow(row).AsMemory(), cancellationToken);
            Done += page.Count;
            progressed();
        } while (page.Count == Page.MaxLimit);
    }

    private static string EndOf(CreditLedgerQuery filter, DateTimeOffset now) =>
        filter.EndTime is { } given && WireTime.TryParse(given, out var end) && end < now
            ? given
            : now.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}
