using System.Text;
using Schematic.Contracts.Credits;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Credits.Ledger;
using Schematic.Dashboard.Shared.Ui.Export;
using Schematic.Testing.Http;

namespace Schematic.Dashboard.Tests.Credits.Ledger;

public sealed class LedgerExportTests
{
    private const string Ledger = "GET /v2/billing/credits/ledger";

    private static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private readonly FakeApi _api = new();

    public LedgerExportTests() =>
        _api.OnData("GET /v2/billing/credits/ledger/count", new CountResponse { Count = 251 })
            .On(
                Ledger,
                static request =>
                    FakeApi.Data<IReadOnlyList<CreditEventLedgerResponseData>>([
                        .. Rows(request.Parameters.Contains(("offset", "250")) ? 1 : 250),
                    ])
            );

    [Fact]
    public async Task Every_page_is_written_and_counted()
    {
        var export = ExportOf(new() { BillingCreditId = "bilcr_1" });
        var progress = new List<(long Done, long? Total)>();
        using var file = new MemoryStream();

        await export.WriteAsync(
            file,
            () => progress.Add((export.Done, export.Total)),
            Xunit.TestContext.Current.CancellationToken
        );

        Assert.Equal([(0, 251), (250, 251), (251, 251)], progress);
        Assert.Equal(252, Encoding.UTF8.GetString(file.ToArray()).Split("\r\n").Length - 1);
        Assert.Equal([0xEF, 0xBB, 0xBF], file.ToArray()[..3]);
    }

    // A movement that comes meanwhile is the newest, and would shift all pages by a row.
    [Fact]
    public async Task Movements_from_now_on_are_left_out()
    {
        await ExportAsync(new());

        Assert.All(
            _api.Requests,
            static request => Assert.Contains(("end_time", "2026-11-22T12:00:00.0000000Z"), request.Parameters)
        );
    }

    [Fact]
    public async Task An_end_in_the_past_stays()
    {
        await ExportAsync(new() { EndTime = "2026-11-01T00:00:00Z" });

        Assert.All(
            _api.Requests,
            static request => Assert.Contains(("end_time", "2026-11-01T00:00:00Z"), request.Parameters)
        );
    }

    [Fact]
    public async Task Cancelling_ends_it()
    {
        using var cancel = new CancellationTokenSource();
        var export = ExportOf(new());
        using var file = new MemoryStream();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            export.WriteAsync(file, cancel.Cancel, cancel.Token)
        );

        Assert.Equal(0, export.Done);
    }

    private async Task ExportAsync(CreditLedgerQuery filter)
    {
        using var file = new MemoryStream();
        await ExportOf(filter).WriteAsync(file, static () => { }, Xunit.TestContext.Current.CancellationToken);
    }

    private CsvExport<CreditEventLedgerResponseData> ExportOf(CreditLedgerQuery filter) =>
        new(LedgerExport.From(_api.Gateway().CompanyCredits, filter, Now));

    private static IEnumerable<CreditEventLedgerResponseData> Rows(int count) =>
        Enumerable.Range(1, count).Select(static number => CreditSamples.Movement(number));
}
