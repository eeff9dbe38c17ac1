using System.Globalization;

namespace Schematic.E2E.Speed;

/// <summary>How long a person waited, many times over for the same thing. In milliseconds.</summary>
internal sealed class Waits
{
    /// <summary>
    /// A function of a script, <c>whenPainted(started, done)</c>: tells how long it is since then, once what was just
    /// drawn is on the screen.
    /// </summary>
    public const string WhenPainted = """
        const whenPainted = (started, done) => requestAnimationFrame(() => {
          const channel = new MessageChannel();
          channel.port1.onmessage = () => done(performance.now() - started);
          channel.port2.postMessage(null);
        });
        """;

    private readonly List<double> _sorted;

    private Waits(IEnumerable<double> waits) => _sorted = [.. waits.Order()];

    public double P95 => _sorted[(int)Math.Ceiling(_sorted.Count * 0.95) - 1];

    /// <param name="warmUp">How many are not counted: a fresh process is slower, while the runtime compiles.</param>
    /// <param name="wait">Given the number of the turn.</param>
    public static async Task<Waits> MeasureAsync(int warmUp, int count, Func<int, Task<double>> wait)
    {
        var waits = new List<double>();
        for (var turn = 0; turn < warmUp + count; turn++)
            waits.Add(await wait(turn));
        return new Waits(waits.Skip(warmUp));
    }

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{_sorted.Count} times, p50 {_sorted[_sorted.Count / 2]:0} ms, p95 {P95:0} ms, longest {_sorted[^1]:0} ms"
        );
}
