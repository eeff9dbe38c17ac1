using System.Diagnostics;

namespace Schematic.Benchmarks.Load;

/// <summary>How long requests took, and how many there were.</summary>
internal sealed class Sample
{
    private readonly double[] _milliseconds;

    private Sample(IEnumerable<double> milliseconds, TimeSpan elapsed)
    {
        _milliseconds = [.. milliseconds.Order()];
        PerSecond = _milliseconds.Length / elapsed.TotalSeconds;
    }

    public int Count => _milliseconds.Length;

    public double PerSecond { get; }

    /// <summary>
    /// The time within which <paramref name="percent"/> of the requests were answered, in milliseconds.
    /// </summary>
    public double Percentile(double percent) => _milliseconds[Math.Min(Count - 1, (int)(Count * percent / 100))];

    /// <summary>Runs clients that each send the next request as soon as the last is answered.</summary>
    /// <param name="request">Sends request number <c>n</c>; numbers are never used twice.</param>
    public static async Task<Sample> TakeAsync(
        int clients,
        TimeSpan warmUp,
        TimeSpan duration,
        int enough,
        Func<int, Task> request,
        Func<bool>? isEnough = null
    )
    {
        var next = -1;
        await RunAsync(clients, warmUp, enough / 4);
        var clock = Stopwatch.StartNew();
        var samples = await RunAsync(clients, duration, enough);
        return new Sample(samples.SelectMany(static sample => sample), clock.Elapsed);

        Task<List<double>[]> RunAsync(int clients, TimeSpan duration, int enough) =>
            Task.WhenAll(
                Enumerable.Range(0, clients).Select(_ => Task.Run(() => ClientAsync(duration, enough / clients)))
            );

        async Task<List<double>> ClientAsync(TimeSpan duration, int enough)
        {
            var samples = new List<double>();
            for (var clock = Stopwatch.StartNew(); IsOn(clock, samples.Count, enough); )
            {
                var start = Stopwatch.GetTimestamp();
                await request(Interlocked.Increment(ref next));
                samples.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }

            return samples;

            bool IsOn(Stopwatch clock, int count, int enough) =>
                clock.Elapsed < duration && count < enough && isEnough?.Invoke() != true;
        }
    }
}
