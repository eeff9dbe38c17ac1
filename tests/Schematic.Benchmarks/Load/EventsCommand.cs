using System.Diagnostics;
using System.Globalization;
using System.Text;
using Schematic.Benchmarks.Growth;

namespace Schematic.Benchmarks.Load;

/// <summary>
/// Events of many clients, and turn by turn with them a loader that commits the same rows on the same database. Works
/// on any store, and adds events to it.
/// </summary>
internal static class EventsCommand
{
    private const int BatchSize = EventTraffic.BatchSize;
    private const int BatchClients = EventTraffic.Clients;
    private const int SingleClients = 64;
    private const int Turns = 4;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(5);

    /// <returns>Whether every goal was met.</returns>
    public static async Task<bool> RunAsync(StoreOptions options)
    {
        await using (await InProcessServer.StartAsync(options)) { }
        var address = LoadCommand.FreeAddress();
        await using var server = await ServerProcess.StartAsync(
            Path.Combine(AppContext.BaseDirectory, "Schematic.Api.dll"),
            [.. options.ServerArguments, $"--Api:Urls={address}"],
            new Uri(address, "/health/ready")
        );
        using var client = new RawClient(server.Address);
        var traffic = new EventTraffic(client);
        await using var loader = await EventLoader.OpenAsync(options);
        var table = new GrowthTable();
        var batches = new List<Sample>();
        var ratios = new List<double>();
        await Sample.TakeAsync(BatchClients, TimeSpan.Zero, WarmUp, int.MaxValue, traffic.SendBatchAsync);
        var before = server.MegabytesResident;
        for (var turn = 0; turn < Turns; turn++)
        {
            var sample = await Sample.TakeAsync(
                BatchClients,
                TimeSpan.Zero,
                Turn,
                int.MaxValue,
                traffic.SendBatchAsync
            );
            batches.Add(sample);
            ratios.Add(sample.PerSecond * BatchSize / await LoadAsync(loader));
        }

        table.AtLeast(
            "events in batches of 100",
            Text($"{BatchClients} clients"),
            10_000,
            EventTraffic.Median(batches.Select(static sample => sample.PerSecond * BatchSize)),
            "/s",
            Text(
                $"batch p50 {EventTraffic.Median(batches.Select(static one => one.Percentile(50))):0.0} ms, p99 {EventTraffic.Median(batches.Select(static one => one.Percentile(99))):0.0} ms"
            )
        );
        table.AtLeast(
            "the same against bare batched inserts of the same rows",
            "",
            0.5,
            EventTraffic.Median(ratios),
            "×"
        );
        var single = await Sample.TakeAsync(SingleClients, WarmUp, Turn, int.MaxValue, SendOneAsync);
        table.AtLeast(
            "single events",
            Text($"{SingleClients} clients"),
            3000,
            single.PerSecond,
            "/s",
            Text($"p50 {single.Percentile(50):0.0} ms, p99 {single.Percentile(99):0.0} ms")
        );
        table.AtMost(
            "resident memory after the flood",
            "",
            null,
            server.MegabytesResident,
            "MB",
            Text($"{before:0} MB before")
        );
        return table.AllMet;

        Task SendOneAsync(int n) => client.PostAsync("/events", Encoding.UTF8.GetBytes(EventTraffic.One(n)));
    }

    private static async Task<double> LoadAsync(EventLoader loader)
    {
        var loaded = 0;
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < Turn)
        {
            await loader.InsertAsync([.. Enumerable.Range(loaded, BatchSize).Select(EventTraffic.One)]);
            loaded += BatchSize;
        }

        return loaded / clock.Elapsed.TotalSeconds;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
