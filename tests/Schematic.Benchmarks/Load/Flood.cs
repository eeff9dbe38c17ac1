using System.Diagnostics;
using System.Globalization;

namespace Schematic.Benchmarks.Load;

/// <summary>
/// A crowd in a process of its own: in that of the bystanders it would be their own client that they wait for.
/// </summary>
internal sealed class Flood : IDisposable
{
    private readonly Process _process;

    private Flood(Process process) => _process = process;

    /// <param name="kind">Which of <see cref="Crowd.Kinds"/>.</param>
    public static Flood Start(int kind, Uri api, Uri console, Crowd crowd)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Schematic.Benchmarks.dll");
        var number = kind.ToString(CultureInfo.InvariantCulture);
        return new Flood(
            Process.Start(
                new ProcessStartInfo(
                    "dotnet",
                    [program, "flood", number, $"{api}", $"{console}", crowd.FlagKey, crowd.FlagId]
                )
                {
                    RedirectStandardInput = true,
                    RedirectStandardOutput = true,
                }
            )!
        );
    }

    /// <summary>The other side: goes on until its input ends, and says then how often it was answered what.</summary>
    public static async Task RunAsync(string kind, string api, string console, string flagKey, string flagId)
    {
        using var crowd = new Crowd(new Uri(api), new Uri(console), StoreOptions.ApiKey)
        {
            FlagKey = flagKey,
            FlagId = flagId,
        };
        using var stop = new CancellationTokenSource();
        var flooding = crowd.Kinds[int.Parse(kind, CultureInfo.InvariantCulture)].Flood(stop.Token);
        await Console.In.ReadToEndAsync(CancellationToken.None);
        await stop.CancelAsync();
        Console.Write(await flooding);
    }

    /// <returns>How often it was answered what.</returns>
    public async Task<string> EndAsync()
    {
        _process.StandardInput.Close();
        var answers = await _process.StandardOutput.ReadToEndAsync();
        await _process.WaitForExitAsync();
        return _process.ExitCode == 0
            ? answers
            : throw new BenchmarkException($"The crowd ended with {_process.ExitCode}.");
    }

    public void Dispose() => _process.Dispose();
}
