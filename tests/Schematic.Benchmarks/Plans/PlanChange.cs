using System.Diagnostics;
using System.Globalization;
using System.Text;
using Schematic.Benchmarks.Growth;
using Schematic.Benchmarks.Invented;

namespace Schematic.Benchmarks.Plans;

/// <summary>
/// 100,000 companies on one plan, all of them known to checks, while versions of it are published: when their checks
/// say the new limit, and how long a check takes meanwhile.
/// </summary>
internal sealed class PlanChange(StoreOptions options, GrowthTable table)
{
    private const int Companies = 100_000;
    private const int Features = 20;
    private const int Clients = 16;
    private const int Rounds = 3;

    // Companies that move are read again when they are checked next: all of them only once.
    private const int CheckedOf = 20;
    private const double MaxReached = 1_000;
    private const double MaxStall = 10;
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan After = TimeSpan.FromSeconds(2);

    private readonly byte[][] _bodies =
    [
        .. Enumerable
            .Range(0, Companies)
            .Select(static number =>
                Encoding.UTF8.GetBytes(
                    $$$"""{"company":{"domain":"{{{InventedCompany.At(number, DateTimeOffset.UtcNow).Domain}}}"}}"""
                )
            ),
    ];

    public async Task RunAsync()
    {
        var store = await StoreBeside.RenewAsync(options, "plan-change", Companies);
        var (catalog, plan) = await FillAsync(store);
        var feature = catalog.Features.First(static one => one.Kind == "numeric");
        await using var server = await GrowthCommand.StartAsync(store);
        using var client = new JsonClient(server.Address);
        catalog.MoveTo(client);
        using var observers = new CheckObservers(server.Address, $"/flags/{feature.FlagKey}/check", _bodies);
        await observers.CheckEachAsync(Clients, expected: true);
        // What is measured is not the compiler.
        await observers.WatchAsync(QuietAsync);

        var quiet = await observers.WatchAsync(QuietAsync);
        Stall("longest check, nothing beside", null, [quiet]);
        var (left, moved) = (new List<Watch>(), new List<Watch>());
        var isAllowed = true;
        for (var round = 0; round < Rounds; round++)
        {
            await catalog.SetLimitAsync(plan, feature, isAllowed ? 0 : 100);
            left.Add(await PublishAsync(catalog, plan, observers, "leave"));
            await observers.CheckEachAsync(Clients, isAllowed, CheckedOf);
            // A change that is none begins a draft, too.
            await catalog.SetLimitAsync(plan, feature, isAllowed ? 0 : 100);
            moved.Add(await PublishAsync(catalog, plan, observers, "immediate"));
            isAllowed = !isAllowed;
            await observers.CheckEachAsync(Clients, isAllowed, CheckedOf);
        }

        await observers.CheckEachAsync(Clients, isAllowed);
        Stall("longest check while a version is published, whose companies stay", MaxStall, left);
        Reached(moved);
        Stall("longest check while all of them move to a new version", MaxStall, moved);
    }

    private static async Task<double> QuietAsync()
    {
        await Task.Delay(Quiet);
        return 0;
    }

    private static async Task<Watch> PublishAsync(
        SoldCatalog catalog,
        SoldPlan plan,
        CheckObservers observers,
        string strategy
    )
    {
        var version = await catalog.DraftIdAsync(plan.Id);
        return await observers.WatchAsync(async () =>
        {
            var clock = Stopwatch.StartNew();
            await catalog.PublishVersionAsync(version, strategy);
            var milliseconds = clock.Elapsed.TotalMilliseconds;
            await Task.Delay(After);
            return milliseconds;
        });
    }

    private void Stall(string what, double? goal, IReadOnlyList<Watch> watches)
    {
        var all = watches.SelectMany(static watch => watch.Checks.Select(static check => check.Milliseconds)).ToList();
        all.Sort();
        table.AtMost(
            what,
            Text($"{Companies:N0} companies"),
            goal,
            all[^1],
            "ms",
            Text(
                $"p99.9 {all[all.Count * 999 / 1000]:0.0} ms, p50 {all[all.Count / 2]:0.00} ms of {all.Count:N0} checks; answered in {watches.Max(static watch => watch.Milliseconds):0} ms at most"
            )
        );
    }

    /// <summary>The last check that still said what was, counted from when the request was sent.</summary>
    private void Reached(IReadOnlyList<Watch> watches) =>
        table.AtMost(
            "a new limit reaches the last check, from the request on",
            Text($"{Companies:N0} companies"),
            MaxReached,
            watches.Max(static watch =>
                watch
                    .Checks.Where(check => check.Value != watch.Checks[^1].Value)
                    .Select(static check => check.StartedAt)
                    .DefaultIfEmpty()
                    .Max()
            ),
            "ms",
            "slowest of three; every company's check said it afterwards"
        );

    private static async Task<(SoldCatalog Catalog, SoldPlan Plan)> FillAsync(StoreOptions store)
    {
        await using var server = await InProcessServer.StartAsync(store);
        using var client = new JsonClient(server.Http.BaseAddress!);
        var catalog = new SoldCatalog(client);
        await catalog.AddFeaturesAsync(Features);
        var plan = await catalog.AddPlanAsync("Plan", catalog.Features);
        var seeding = new PlanSeeding(server);
        await seeding.AssignAsync(plan.VersionId, 1, Companies);
        await seeding.AnalyzeAsync();
        return (catalog, plan);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
