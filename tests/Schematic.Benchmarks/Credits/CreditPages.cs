using System.Diagnostics;
using System.Globalization;
using Schematic.Benchmarks.Growth;
using Schematic.Benchmarks.Load;
using Schematic.Benchmarks.Plans;

namespace Schematic.Benchmarks.Credits;

/// <summary>
/// Reads of a ledger of ten million rows, a million of them of one company with a thousand grants. The store is left
/// for the next run.
/// </summary>
internal sealed class CreditPages(StoreOptions options, GrowthTable table)
{
    private const int Companies = 1_000;
    private const int Grants = 1_000;
    private const long Granted = 100_000_000;
    private const int BatchSize = 100;
    private const int Repeats = 9_000;
    private const int MoreOfBusiest = 110;
    private const double MaxBalance = 10;
    private const double MaxPage = 50;
    private const int Enough = 500;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(4);

    public async Task RunAsync()
    {
        var (store, isNew) = await StoreBeside.OpenAsync(options, "credit-pages", Companies);
        if (isNew)
            await FillAsync(store);
        await using var server = await GrowthCommand.StartAsync(store);
        using var client = new JsonClient(server.Address);
        using var http = new RawClient(server.Address);
        var company = await CompanyIdAsync(client);
        var credit = (await client.SendAsync(HttpMethod.Get, "/billing/credits"))[0].GetProperty("id").GetString();
        const string Ledger = "/v2/billing/credits/ledger";
        var rows = (await client.SendAsync(HttpMethod.Get, $"{Ledger}/count")).GetProperty("count").GetInt64();
        var where = string.Create(CultureInfo.InvariantCulture, $"{rows:N0} rows");

        await CheckAsync(client, where);
        await MeasureAsync(
            "balance of the busiest company",
            MaxBalance,
            $"/billing/credits/balance?company_id={company}"
        );
        await MeasureAsync(
            "its grants, 50 of 1,000",
            MaxPage,
            $"/billing/credits/grants/company/list?company_id={company}&limit=50"
        );
        foreach (
            var (name, filter) in new[]
            {
                ("of all", "limit=50"),
                ("of a company", $"limit=50&company_id={company}"),
                ("of a company and a type", $"limit=50&company_id={company}&billing_credit_id={credit}"),
                ("of grants alone", "limit=50&event_type=grant"),
                ("of uses alone", "limit=50&event_type=usage"),
                ("of an hour", $"limit=50&start_time={Ago(9)}&end_time={Ago(8)}"),
                ("of what nobody did", "limit=50&event_type=zero_out"),
                ("of all, page 1,000", "limit=50&offset=50000"),
            }
        )
            await MeasureAsync($"ledger page {name}", MaxPage, $"{Ledger}?{filter}");
        await MeasureAsync("count of all", null, $"{Ledger}/count");
        await MeasureAsync("sums of a company", null, $"{Ledger}/totals?company_id={company}");

        async Task MeasureAsync(string what, double? goal, string path)
        {
            var sample = await Sample.TakeAsync(1, WarmUp, Duration, Enough, _ => http.GetAsync(path));
            table.AtMost(
                $"{what}, p95",
                where,
                goal,
                sample.Percentile(95),
                "ms",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"p50 {sample.Percentile(50):0.0} ms, p99 {sample.Percentile(99):0.0} ms of {sample.Count}"
                )
            );
        }
    }

    // Every row is read; and what the rows are measured on is true.
    private async Task CheckAsync(JsonClient client, string where)
    {
        var watch = Stopwatch.StartNew();
        var check = await client.SendAsync(HttpMethod.Post, "/billing/credits/self-check", new { });
        table.AtMost("self-check of all balances", where, null, watch.Elapsed.TotalSeconds, "s");
        if (check.GetProperty("difference_count").GetInt64() is not 0 and var differences)
            throw new BenchmarkException($"{differences} numbers differ from the ledger.");
    }

    private static async Task FillAsync(StoreOptions store)
    {
        await using var server = await InProcessServer.StartAsync(store);
        using var client = new JsonClient(server.Http.BaseAddress!);
        var sale = await CreditSale.MakeAsync(client);
        var busiest = await sale.SellAsync(client, 0, Granted);
        for (var i = 1; i < Grants; i++)
            await sale.GrantAsync(client, busiest, Granted);
        for (var i = 1; i < Companies; i++)
            await sale.SellAsync(client, i, Granted);
        using var http = new RawClient(server.Http.BaseAddress!);
        for (var n = 0; n < Companies / BatchSize; n++)
            await http.PostAsync("/event-batch", sale.Draws(n, BatchSize, Companies));
        // Seeded companies number from 1.
        await new LedgerSeeding(server).RepeatAsync(Repeats, busiest: 1, MoreOfBusiest);
    }

    private static async Task<string> CompanyIdAsync(JsonClient client) =>
        (await client.SendAsync(HttpMethod.Get, $"/companies/lookup?domain={CreditSale.DomainOf(0)}"))
            .GetProperty("id")
            .GetString()!;

    private static string Ago(int hours) =>
        DateTimeOffset.UtcNow.AddHours(-hours).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
