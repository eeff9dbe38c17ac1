using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Schematic.Benchmarks.Load;

/// <summary>Measures the real server over HTTP on a seeded store, and prints one table.</summary>
internal static class LoadCommand
{
    private const double MaxIdleMegabytes = 250;
    private const int WarmUpClients = 8;

    // Requests of their own: what the warm-up made or changed is new to the measurement.
    private const int WarmUpNumber = 500_000;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(30);

    /// <returns>Whether every goal was met.</returns>
    public static async Task<bool> RunAsync(StoreOptions options)
    {
        var table = new Table();
        var empty = await MeasureEmptyAsync(options, table);
        var address = FreeAddress();
        await using var server = await ServerProcess.StartAsync(
            Path.Combine(AppContext.BaseDirectory, "Schematic.Api.dll"),
            [.. options.ServerArguments, $"--Api:Urls={address}"],
            new Uri(address, "/health/ready")
        );
        await Task.Delay(TimeSpan.FromSeconds(3));
        table.AddMemory("API alone, idle after start", MaxIdleMegabytes, server.MegabytesResident);
        var scenarios = new Scenarios(options.Companies).All.Where(options.Wants).ToList();
        await WarmUpAsync(server, scenarios);
        foreach (var scenario in scenarios)
            await MeasureAsync(server, scenario, empty, table);
        await PageSize.MeasureAsync(server, table);
        table.AddMemory("API alone, after this load", null, server.MegabytesResident);
        return table.AllMet;
    }

    private static async Task<Sample> MeasureEmptyAsync(StoreOptions options, Table table)
    {
        var address = FreeAddress();
        await using var server = await ServerProcess.StartAsync(
            Path.Combine(AppContext.BaseDirectory, "Schematic.Benchmarks.dll"),
            ["empty", address.ToString()],
            address
        );
        if (options.Only is null)
            await MeasureAsync(server, Scenarios.EmptyBusy, null, table);
        return await MeasureAsync(server, Scenarios.Empty, null, table);
    }

    // A fresh process runs code that is compiled in haste, and compiles it again while it serves: that takes thousands
    // of requests.
    private static async Task WarmUpAsync(ServerProcess server, List<Scenario> scenarios)
    {
        using var client = new RawClient(server.Address);
        foreach (var scenario in scenarios)
            await Sample.TakeAsync(
                WarmUpClients,
                TimeSpan.Zero,
                WarmUp / scenarios.Count,
                int.MaxValue,
                n => scenario.Request(client, WarmUpNumber + n)
            );
    }

    private static async Task<Sample> MeasureAsync(ServerProcess server, Scenario scenario, Sample? empty, Table table)
    {
        using var client = new RawClient(server.Address);
        var share = ProcessorShare.Start(server);
        var sample = await Sample.TakeAsync(
            scenario.Clients,
            scenario.WarmUp,
            scenario.Duration,
            scenario.Enough,
            n => scenario.Request(client, n)
        );
        table.Add(scenario, sample, share(), empty);
        return sample;
    }

    private static bool Wants(this StoreOptions options, Scenario scenario) =>
        options.Only is not { } only || scenario.Name.Contains(only, StringComparison.OrdinalIgnoreCase);

    public static Uri FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri(
            string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}")
        );
    }
}
