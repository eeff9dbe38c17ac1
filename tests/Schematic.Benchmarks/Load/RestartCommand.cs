using System.Globalization;

namespace Schematic.Benchmarks.Load;

/// <summary>
/// Processor time of the whole console process, the API in it, until both answer on a store that is there already.
/// </summary>
internal static class RestartCommand
{
    private const double MaxSeconds = 1.5;
    private const int Starts = 9;

    /// <returns>Whether the goal was met.</returns>
    public static async Task<bool> RunAsync(StoreOptions options)
    {
        if (options.Console is not { } console)
            throw new BenchmarkException("restart needs --console <path to Schematic.Dashboard.dll>.");
        var data = Directory.CreateTempSubdirectory("schematic-restart");
        var used = new List<double>();
        // The first fills the folder.
        await StartAsync(console, data.FullName);
        for (var start = 0; start < Starts; start++)
            used.Add(await StartAsync(console, data.FullName));
        data.Delete(recursive: true);

        var median = EventTraffic.Median(used);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Processor time to ready: {median:0.00} s (at most {MaxSeconds:0.0} s), median of {Starts} starts; "
            ) + string.Create(CultureInfo.InvariantCulture, $"{used.Min():0.00} to {used.Max():0.00} s")
        );
        return median <= MaxSeconds;
    }

    private static async Task<double> StartAsync(string console, string data)
    {
        var (api, pages) = (LoadCommand.FreeAddress(), LoadCommand.FreeAddress());
        // The console answers after the API beside it does.
        await using var server = await ServerProcess.StartAsync(
            console,
            [$"--Api:Urls={api}", $"--urls={pages}", $"--Data:Path={data}"],
            new Uri(pages, "/health/live")
        );
        return server.ProcessorTime.TotalSeconds;
    }
}
