using System.Diagnostics;
using System.Globalization;

namespace Schematic.Benchmarks.Seeding;

/// <summary>Says how long each part of a long run took.</summary>
internal static class Phase
{
    public static void Time(string what, Action work)
    {
        var clock = Stopwatch.StartNew();
        work();
        Say(what, clock);
    }

    public static async Task TimeAsync(string what, Func<Task> work)
    {
        var clock = Stopwatch.StartNew();
        await work();
        Say(what, clock);
    }

    private static void Say(string what, Stopwatch clock) =>
        Console.Error.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{clock.Elapsed.TotalSeconds, 7:0.0} s  {what}")
        );
}
