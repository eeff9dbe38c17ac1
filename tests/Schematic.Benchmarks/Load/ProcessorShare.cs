using System.Diagnostics;
using System.Globalization;

namespace Schematic.Benchmarks.Load;

/// <summary>
/// Who used the processor between two moments: the server, this client, and everything else on the machine (with it the
/// database server).
/// </summary>
internal sealed record ProcessorShare(double Server, double Client, double Others)
{
    // USER_HZ of Linux on every architecture.
    private const double TicksPerSecond = 100;

    // cpu  user nice system idle iowait irq softirq …
    private static readonly int[] BusyFields = [1, 2, 3, 6, 7];

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Server:0.00}/{Client:0.00}/{Others:0.00}");

    public static Func<ProcessorShare> Start(ServerProcess server)
    {
        var clock = Stopwatch.StartNew();
        var (serverBefore, clientBefore, allBefore) = Read(server);
        return () =>
        {
            var (serverNow, clientNow, allNow) = Read(server);
            var (used, own, all) = (
                (serverNow - serverBefore) / clock.Elapsed,
                (clientNow - clientBefore) / clock.Elapsed,
                (allNow - allBefore) / clock.Elapsed
            );
            return new ProcessorShare(used, own, Math.Max(0, all - used - own));
        };
    }

    private static (TimeSpan Server, TimeSpan Client, TimeSpan All) Read(ServerProcess server)
    {
        var fields = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var busy = BusyFields.Sum(field => long.Parse(fields[field], CultureInfo.InvariantCulture));
        return (
            server.ProcessorTime,
            Process.GetCurrentProcess().TotalProcessorTime,
            TimeSpan.FromSeconds(busy / TicksPerSecond)
        );
    }
}
