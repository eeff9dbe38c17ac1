using System.Diagnostics;
using System.Globalization;
using Schematic.Benchmarks.Growth;
using Schematic.Benchmarks.Load;

namespace Schematic.Benchmarks.Soak;

/// <summary>
/// The memory of the whole console process, the API in it, under mixed load for half an hour, while 200 circuits are
/// opened and cut each minute. Works on a copy of a seeded store, which grows.
/// </summary>
internal static class SoakCommand
{
    private const double MaxMegabytes = 350;
    private const double MaxGrowth = 1.05;
    private const double MaxFailed = 0.001;
    private const string OtherKey = "sch_prod_soak0123456789abcdefghijklmnopqrs";
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    /// <returns>Whether every goal was met.</returns>
    public static async Task<bool> RunAsync(StoreOptions options)
    {
        if (options.Console is not { } console)
            throw new BenchmarkException("soak needs --console <path to Schematic.Dashboard.dll>.");
        await ConsoleMember.AddAsync(options, OtherKey);
        var (api, pages) = (LoadCommand.FreeAddress(), LoadCommand.FreeAddress());
        await using var server = await ServerProcess.StartAsync(
            console,
            [
                .. options.ServerArguments,
                $"--Api:Urls={api}",
                $"--urls={pages}",
                // Members have many addresses: here they have one, and are all the same.
                "--Console:CircuitsPerMember=1000",
                "--Console:CircuitsPerAddress=1000",
                // As much as is given for it is filled by and by: a part that is full long before the end.
                "--Checks:ContextMegabytes=32",
            ],
            new Uri(pages, "/health/live")
        );
        using var visitor = new ConsoleVisitor(pages);
        await visitor.SignInAsync(ConsoleMember.Email, ConsoleMember.Password);
        var flag = await CheckedFlag.MakeAsync(api);
        using var client = new RawClient(api);
        var traffic = new MixedTraffic(client, visitor, options.Companies, options.Rate);
        using var circuits = new CutCircuits(pages, visitor);

        using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(options.Minutes));
        var watching = WatchAsync(server, stop);
        await Task.WhenAll(
            EndTogether(traffic.RunAsync(flag.Key, stop.Token), stop),
            EndTogether(circuits.RunAsync(stop.Token), stop),
            EndTogether(watching, stop)
        );
        return Report(await watching, traffic, circuits);
    }

    /// <summary>Waits for the next tick.</summary>
    /// <returns>False once the run is over.</returns>
    public static async Task<bool> TickAsync(PeriodicTimer timer, CancellationToken stop)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stop);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    // What fails ends the run: half an hour without circuits would show nothing.
    private static async Task EndTogether(Task part, CancellationTokenSource stop)
    {
        try
        {
            await part;
        }
        catch
        {
            await stop.CancelAsync();
            throw;
        }
    }

    private static async Task<IReadOnlyList<MemorySample>> WatchAsync(
        ServerProcess server,
        CancellationTokenSource stop
    )
    {
        var samples = new List<MemorySample>();
        using var meters = new ProcessMeters(server.Id, Interval);
        using var timer = new PeriodicTimer(Interval);
        var clock = Stopwatch.StartNew();
        Console.WriteLine("| minute | resident MB | heap MB | committed MB | circuits |");
        Console.WriteLine("| --- | --- | --- | --- | --- |");
        while (await TickAsync(timer, stop.Token))
        {
            var sample = new MemorySample(
                clock.Elapsed,
                server.MegabytesResident,
                meters.HeapMegabytes,
                meters.CommittedMegabytes,
                meters.ActiveCircuits
            );
            samples.Add(sample);
            Console.WriteLine(
                Text($"| {sample.At.TotalMinutes:0.0} | {sample.Resident:0} | {sample.Heap:0} ")
                    + Text($"| {sample.Committed:0} | {sample.Circuits:0} |")
            );
        }

        return samples;
    }

    private static bool Report(IReadOnlyList<MemorySample> samples, MixedTraffic traffic, CutCircuits circuits)
    {
        Console.WriteLine(
            Text($"\n{traffic.Sent:N0} requests, {traffic.Failed} failed; {circuits.Opened:N0} circuits were opened.\n")
                + traffic.LastFailure
        );
        var plateau = new Plateau(samples);
        var table = new GrowthTable();
        table.AtMost("last third against the second", "", MaxGrowth, plateau.Growth, "×");
        table.AtMost(
            "resident memory of the last third",
            "median",
            MaxMegabytes,
            plateau.Height,
            "MB",
            Text($"highest {plateau.Highest:0} MB")
        );
        table.AtMost("requests that failed", "", MaxFailed, (double)traffic.Failed / traffic.Sent, "");
        table.AtLeast("circuits at once", "median", 1, EventTraffic.Median(samples.Select(static s => s.Circuits)), "");
        return table.AllMet;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
