using System.Globalization;
using Schematic.Api.Persistence;
using Schematic.Benchmarks.Growth;
using Schematic.Benchmarks.Load;
using Schematic.Benchmarks.Plans;

namespace Schematic.Benchmarks.Credits;

/// <summary>
/// Events that cost a credit each: all of one company and its one grant, and of a thousand companies in turn. After
/// each the balances are counted: a draw that was lost, or drawn twice, is an error.
/// </summary>
internal sealed class CreditDraws(StoreOptions options, GrowthTable table)
{
    private const int Companies = 1_000;
    private const int Clients = 16;
    private const int BatchSize = 100;
    private const long Granted = 100_000_000;
    private const double MinHot = 2_000;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(10);

    private double MinSpread => options.Provider == DatabaseProvider.Sqlite ? 3_000 : 5_000;

    public async Task RunAsync()
    {
        var store = await StoreBeside.RenewAsync(options, "credit-draws", Companies);
        await using var server = await GrowthCommand.StartAsync(store);
        using var client = new JsonClient(server.Address);
        using var http = new RawClient(server.Address);
        var sale = await CreditSale.MakeAsync(client);
        var companies = new List<string>();
        for (var i = 0; i < Companies; i++)
            companies.Add(await sale.SellAsync(client, i, Granted));

        await DrawAsync("draws on one hot grant, events in batches of 100", 1, BatchSize, MinHot);
        await DrawAsync("draws over 1,000 companies, events in batches of 100", Companies, BatchSize, MinSpread);
        await DrawAsync("draws on one hot grant, single events", 1, batch: 1, goal: null);

        async Task DrawAsync(string what, int of, int batch, double? goal)
        {
            var before = await LeftAsync(client, companies);
            var sent = 0;
            var sample = await Sample.TakeAsync(Clients, WarmUp, Duration, int.MaxValue, SendAsync);
            var lost = before - await LeftAsync(client, companies) - ((long)sent * batch);
            if (lost != 0)
                throw new BenchmarkException($"{what}: {lost} credits were drawn too many.");
            table.AtLeast(
                what,
                string.Create(CultureInfo.InvariantCulture, $"{Clients} clients"),
                goal,
                sample.PerSecond * batch,
                "/s",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"request p50 {sample.Percentile(50):0.0} ms, p99 {sample.Percentile(99):0.0} ms"
                )
            );

            async Task SendAsync(int n)
            {
                await http.PostAsync("/event-batch", sale.Draws(n, batch, of));
                Interlocked.Increment(ref sent);
            }
        }
    }

    private static async Task<long> LeftAsync(JsonClient client, IEnumerable<string> companies)
    {
        var left = 0L;
        foreach (var company in companies)
        {
            var balances = await client.SendAsync(HttpMethod.Get, $"/billing/credits/balance?company_id={company}");
            left += (long)balances[0].GetProperty("remaining").GetDouble();
        }

        return left;
    }
}
