using System.Globalization;
using Schematic.Benchmarks.Load;

namespace Schematic.Benchmarks.Growth;

/// <summary>
/// 1,000 to 1,000,000 companies: what lists and upserts cost as the store grows. Each size has a store of its own
/// beside the one that the command names, which is made if it is missing and left for the next run.
/// </summary>
internal sealed class SizeGrowth(StoreOptions options, GrowthTable table)
{
    private const int Turns = 3;
    private static readonly int[] Sizes = [1_000, 10_000, 100_000, 1_000_000];
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);

    private static readonly string[] Lists =
    [
        "list: first page, created_at desc",
        "list: first page, last_seen_at desc",
        "list: first page of example, name asc",
        "list: first page of robotics, name asc",
        "list: first page of v, name asc",
        "list: first page of zzqqxxyy, name asc",
        "list: last page, name asc",
    ];

    public async Task RunAsync()
    {
        foreach (var size in Sizes.Where(size => size <= options.Companies))
        {
            var (store, _) = await StoreBeside.OpenAsync(
                options,
                string.Create(CultureInfo.InvariantCulture, $"companies-{size}"),
                size
            );
            var name = string.Create(CultureInfo.InvariantCulture, $"{size:N0} companies");
            await MeasureListsAsync(store, name, size == Sizes[^1]);
            await MeasureUpsertsAsync(store, name);
        }
    }

    private async Task MeasureListsAsync(StoreOptions store, string size, bool hasGoals)
    {
        await using var server = await GrowthCommand.StartAsync(store);
        await using var empty = await GrowthCommand.StartEmptyAsync();
        using var client = new RawClient(server.Address);
        using var other = new RawClient(empty.Address);
        foreach (var scenario in ListScenarios.All(store.Companies).Where(one => Lists.Contains(one.Name)))
        {
            var sample = await TakeAsync(n => scenario.Request(client, n), scenario.Enough);
            var nothing = await TakeAsync(_ => other.GetAsync("/"), scenario.Enough);
            table.AtMost(
                $"{scenario.Name}, p95",
                size,
                hasGoals ? scenario.MaxP95Milliseconds : null,
                sample.Percentile(95),
                "ms",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"p50 {sample.Percentile(50):0.0} ms; an empty endpoint {nothing.Percentile(50):0.00} ms"
                )
            );
        }
    }

    private async Task MeasureUpsertsAsync(StoreOptions store, string size)
    {
        await using var upserts = await UpsertTurns.StartAsync(store);
        Write("new", UpsertGoals.MinNew, await upserts.NewAsync(Turns));
        Write("existing", UpsertGoals.MinExisting, await upserts.ExistingAsync(Turns));

        void Write(string what, double goal, UpsertFigures figures) =>
            table.AtLeast(
                $"upserts of {what} companies, {UpsertTurns.Clients} clients",
                size,
                goal,
                figures.PerSecond,
                "a second",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{figures.OfLoader:0.00} × of a bare loader (goal {UpsertGoals.MinOfLoader}); "
                        + $"p99 {figures.Percentile(99):0} ms"
                )
            );
    }

    private static async Task<Sample> TakeAsync(Func<int, Task> request, int enough) =>
        await Sample.TakeAsync(1, WarmUp, TimeSpan.FromSeconds(4), enough, request);
}
