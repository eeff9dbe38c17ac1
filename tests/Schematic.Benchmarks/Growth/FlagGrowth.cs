using System.Diagnostics;
using System.Globalization;

namespace Schematic.Benchmarks.Growth;

/// <summary>10 to 5,000 flags: the start, the memory, and the first check after a change.</summary>
internal sealed class FlagGrowth(StoreOptions options, GrowthTable table)
{
    private const int Largest = 5000;
    private const int Changes = 300;
    private static readonly int[] Sizes = [10, 100, 1000, Largest];
    private static readonly TimeSpan SaveInterval = TimeSpan.FromMilliseconds(100);

    public async Task RunAsync()
    {
        var (flags, smallest) = ((GrowingFlags?)null, 0.0);
        try
        {
            foreach (var size in Sizes)
            {
                flags = await GrowAsync(flags, size);
                var megabytes = await MeasureAsync(flags, size);
                smallest = size == Sizes[0] ? megabytes : smallest;
                if (size == Largest)
                    table.AtMost(
                        "memory of a flag, from 10 flags to 5,000",
                        Text(size),
                        15,
                        (megabytes - smallest) * 1000 / (Largest - Sizes[0]),
                        "kB"
                    );
            }
        }
        finally
        {
            flags?.Dispose();
        }
    }

    private async Task<GrowingFlags> GrowAsync(GrowingFlags? flags, int size)
    {
        await using var server = await GrowthCommand.StartAsync(options);
        if (flags is null)
            flags = new GrowingFlags(server.Address);
        else
            flags.MoveTo(server.Address);
        await flags.GrowToAsync(size);
        return flags;
    }

    /// <returns>Resident memory after the first check of a fresh process.</returns>
    private async Task<double> MeasureAsync(GrowingFlags flags, int size)
    {
        await using var server = await GrowthCommand.StartAsync(options);
        flags.MoveTo(server.Address);
        var first = await TimeAsync(() => flags.CheckAsync(flags.All[0].Key));
        table.AtMost("first check after the start", Text(size), size == Largest ? 3 : null, first / 1000, "s");
        // What loading left over is given back by then.
        await Task.Delay(TimeSpan.FromSeconds(10));
        var megabytes = server.MegabytesResident;
        table.AtMost("resident memory", Text(size), null, megabytes, "MB");

        await ChangeAndCheckAsync(flags, Changes / 3);
        Report("first check after a change", size, await ChangeAndCheckAsync(flags, Changes));
        using var stop = new CancellationTokenSource();
        var saving = SaveAsync(flags, stop.Token);
        var busy = await ChangeAndCheckAsync(flags, Changes);
        await stop.CancelAsync();
        await saving;
        Report("the same while rules are saved 10 times a second", size, busy);
        return megabytes;
    }

    private void Report(string what, int size, List<double> milliseconds)
    {
        milliseconds.Sort();
        table.AtMost(
            $"{what}, p99",
            Text(size),
            10,
            milliseconds[milliseconds.Count * 99 / 100],
            "ms",
            string.Create(
                CultureInfo.InvariantCulture,
                $"p50 {milliseconds[milliseconds.Count / 2]:0.0} ms, longest {milliseconds[^1]:0.0} ms"
            )
        );
    }

    private static async Task<List<double>> ChangeAndCheckAsync(GrowingFlags flags, int times)
    {
        var milliseconds = new List<double>();
        for (var i = 0; i < times; i++)
        {
            // The first is the one that is saved all the time.
            var (id, key) = flags.All[Random.Shared.Next(1, flags.All.Count)];
            foreach (var value in new[] { true, false })
            {
                await flags.SaveAsync(id, value);
                var seen = !value;
                milliseconds.Add(await TimeAsync(async () => seen = await flags.CheckAsync(key)));
                if (seen != value)
                    throw new BenchmarkException($"The check of {key} did not see the change before it.");
            }
        }

        return milliseconds;
    }

    private static async Task SaveAsync(GrowingFlags flags, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(SaveInterval);
        try
        {
            for (var value = true; await timer.WaitForNextTickAsync(cancellationToken); value = !value)
                await flags.SaveAsync(flags.All[0].Id, value);
        }
        catch (OperationCanceledException)
        {
            // The measurement is over.
        }
    }

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        var start = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static string Text(int size) => size.ToString("N0", CultureInfo.InvariantCulture);
}
