using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Schematic.Api.Environments;
using Schematic.Api.Persistence;
using Schematic.Benchmarks.Invented;
using Schematic.Benchmarks.Seeding;

namespace Schematic.Benchmarks.Load;

/// <summary>
/// Upserts over HTTP beside a loader that commits the same rows on the same database, turn by turn in one run: the
/// machine's mood meets both. Works on any store, and adds companies to it.
/// </summary>
internal static class WritesCommand
{
    private const int Clients = 16;
    private const int Group = 16;
    private const int Turns = 4;
    private const double MinOfLoader = 0.5;
    private const double MinNew = 2000;
    private const double MinExisting = 3000;
    private const double MaxP99Milliseconds = 50;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(5);

    /// <returns>Whether every goal was met.</returns>
    public static async Task<bool> RunAsync(StoreOptions options)
    {
        var scope = await PrepareAsync(options);
        var address = LoadCommand.FreeAddress();
        await using var server = await ServerProcess.StartAsync(
            Path.Combine(AppContext.BaseDirectory, "Schematic.Api.dll"),
            [.. options.ServerArguments, $"--Api:Urls={address}"],
            new Uri(address, "/health/ready")
        );
        await using var loader = await OpenAsync(options, scope);
        using var client = new RawClient(server.Address);
        // Fresh numbers for each run: a tenth of a million a second, the server's first and the loader's after them.
        var first = 100_000_000 + (int)(DateTimeOffset.UtcNow.ToUnixTimeSeconds() % 10_000 * 100_000);
        var (sent, seen, loaded) = (0, 0, new List<long>());

        Task NewAsync(int _) =>
            client.PostAsync(
                "/companies",
                InventedCompany.At(first + Interlocked.Increment(ref sent), DateTimeOffset.UtcNow).ToUpsertBody()
            );
        Task ExistingAsync(int _)
        {
            var n = Interlocked.Increment(ref seen);
            var number = first + 1 + (int)(n * 7_368_787L % (sent - Clients));
            return client.PostAsync(
                "/companies",
                InventedCompany.At(number, DateTimeOffset.UtcNow).SeenAgain(n, DateTimeOffset.UtcNow).ToUpsertBody()
            );
        }

        Console.WriteLine(
            "| what | goal | measured | verdict | p50 / p95 / p99 ms | of the loader | cores: server/client/others |"
        );
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- |");
        var met = await CompareAsync("new", MinNew, server, NewAsync, () => InsertAsync(loader, first, loaded));
        return met
            & await CompareAsync("existing", MinExisting, server, ExistingAsync, () => UpdateAsync(loader, loaded));
    }

    private static async Task<SeedScope> PrepareAsync(StoreOptions options)
    {
        await using var server = await InProcessServer.StartAsync(options);
        var database = server.Services.GetRequiredService<IDatabase>();
        await using var db = database.OpenAccount();
        return await SeedScope.PrepareAsync(
            database,
            await db.Environments.Select(row => row.Seq).SingleAsync(),
            TimeProvider.System.Now()
        );
    }

    private static async Task<IBareLoader> OpenAsync(StoreOptions options, SeedScope scope) =>
        options.Provider == DatabaseProvider.Sqlite
            ? new SqliteLoader(Path.Combine(options.Data, "schematic.db"), scope)
            : await PostgreSqlLoader.OpenAsync(options.Connection!, scope);

    private static async Task<double> InsertAsync(IBareLoader loader, int first, List<long> loaded)
    {
        var before = loaded.Count;
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < Turn)
        {
            var now = TimeProvider.System.Now();
            loaded.AddRange(
                await loader.InsertAsync([
                    .. Enumerable
                        .Range(0, Group)
                        .Select(i => SeedRows.Of(InventedCompany.At(first + 50_000_000 + loaded.Count + i, now), now)),
                ])
            );
        }

        return (loaded.Count - before) / clock.Elapsed.TotalSeconds;
    }

    private static async Task<double> UpdateAsync(IBareLoader loader, List<long> loaded)
    {
        var updated = 0;
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < Turn)
        {
            var now = TimeProvider.System.Now();
            await loader.UpdateAsync([
                .. Enumerable
                    .Range(updated, Group)
                    .Select(n =>
                        (
                            SeedRows.Of(InventedCompany.At(n, now).SeenAgain(n, now), now) with
                            {
                                Seq = loaded[(int)(n * 7_368_787L % loaded.Count)],
                            },
                            n % 10 == 0
                        )
                    ),
            ]);
            updated += Group;
        }

        return updated / clock.Elapsed.TotalSeconds;
    }

    /// <summary>Both by turns; the ratio is the median of the turns' ratios.</summary>
    private static async Task<bool> CompareAsync(
        string what,
        double goal,
        ServerProcess server,
        Func<int, Task> request,
        Func<Task<double>> loadAsync
    )
    {
        await Sample.TakeAsync(Clients, TimeSpan.Zero, WarmUp, int.MaxValue, request);
        var turns = new List<(Sample Sample, double OfLoader)>();
        var shares = new List<string>();
        for (var turn = 0; turn < Turns; turn++)
        {
            var share = ProcessorShare.Start(server);
            var sample = await Sample.TakeAsync(Clients, TimeSpan.Zero, Turn, int.MaxValue, request);
            shares.Add(share().ToString());
            turns.Add((sample, await loadAsync()));
        }

        var ratio = Median(turns.Select(static turn => turn.Sample.PerSecond / turn.OfLoader));
        var perSecond = Median(turns.Select(static turn => turn.Sample.PerSecond));
        var p99 = Median(turns.Select(static turn => turn.Sample.Percentile(99)));
        var (p50, p95) = (
            Median(turns.Select(static turn => turn.Sample.Percentile(50))),
            Median(turns.Select(static turn => turn.Sample.Percentile(95)))
        );
        Write(
            $"upsert {what}, {Clients} clients",
            Text($"≥ {goal:N0}/s"),
            Text($"{perSecond:N0}/s"),
            perSecond >= goal,
            Text($"{p50:0.0} / {p95:0.0} / {p99:0.0} | {Each(turns)} | {string.Join(", ", shares)}")
        );
        Write(
            "against a bare loader",
            Text($"≥ {MinOfLoader} ×"),
            Text($"{ratio:0.00} ×"),
            ratio >= MinOfLoader,
            "| |"
        );
        Write(
            "p99",
            Text($"≤ {MaxP99Milliseconds} ms"),
            Text($"{p99:0.0} ms"),
            p99 <= MaxP99Milliseconds,
            Text($"longest {turns.Max(static turn => turn.Sample.Percentile(100)):0} ms | |")
        );
        return perSecond >= goal && ratio >= MinOfLoader && p99 <= MaxP99Milliseconds;
    }

    private static string Each(List<(Sample Sample, double OfLoader)> turns) =>
        string.Join(", ", turns.Select(static turn => Text($"{turn.Sample.PerSecond:N0} of {turn.OfLoader:N0}")));

    private static double Median(IEnumerable<double> figures)
    {
        var sorted = figures.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }

    private static void Write(string what, string goal, string measured, bool met, string rest) =>
        Console.WriteLine($"| {what} | {goal} | {measured} | {(met ? "holds" : "**misses**")} | {rest} |");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
