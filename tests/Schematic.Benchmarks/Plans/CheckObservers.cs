using System.Diagnostics;
using Schematic.Benchmarks.Load;

namespace Schematic.Benchmarks.Plans;

/// <param name="StartedAt">Milliseconds since the watch began.</param>
/// <param name="Milliseconds">Until it was answered.</param>
internal readonly record struct WatchedCheck(double StartedAt, double Milliseconds, bool Value);

/// <param name="Milliseconds">Duration of what was watched.</param>
/// <param name="Checks">In the order in which they began.</param>
internal sealed record Watch(double Milliseconds, IReadOnlyList<WatchedCheck> Checks);

/// <summary>
/// Clients that check a flag for one company after the other, each a fixed time after its last answer: few enough that
/// no check waits for another.
/// </summary>
internal sealed class CheckObservers(Uri address, string path, byte[][] bodies) : IDisposable
{
    private const int Observers = 4;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(2);

    private readonly RawClient _client = new(address);
    private int _next;

    /// <summary>Watches while something happens.</summary>
    /// <param name="work">Says how long it took in milliseconds.</param>
    public async Task<Watch> WatchAsync(Func<Task<double>> work)
    {
        using var stop = new CancellationTokenSource();
        var clock = Stopwatch.StartNew();
        var watching = Enumerable.Range(0, Observers).Select(_ => Task.Run(() => ObserveAsync(clock, stop.Token)));
        var all = Task.WhenAll(watching);
        var milliseconds = await work();
        await stop.CancelAsync();
        return new Watch(
            milliseconds,
            [.. (await all).SelectMany(static checks => checks).OrderBy(static check => check.StartedAt)]
        );
    }

    /// <summary>Checks every company once, or one in so many.</summary>
    /// <exception cref="BenchmarkException">A check says something else.</exception>
    public async Task CheckEachAsync(int clients, bool expected, int of = 1)
    {
        var next = -1;
        await Task.WhenAll(
            Enumerable
                .Range(0, clients)
                .Select(_ =>
                    Task.Run(async () =>
                    {
                        for (int n; (n = of * Interlocked.Increment(ref next)) < bodies.Length; )
                        {
                            if (await CheckAsync(n) != expected)
                                throw new BenchmarkException($"The check of company {n} did not say {expected}.");
                        }
                    })
                )
        );
    }

    public void Dispose() => _client.Dispose();

    private async Task<List<WatchedCheck>> ObserveAsync(Stopwatch clock, CancellationToken stop)
    {
        var checks = new List<WatchedCheck>();
        using var timer = new PeriodicTimer(Pause);
        while (!stop.IsCancellationRequested)
        {
            var startedAt = clock.Elapsed.TotalMilliseconds;
            // Multiplying by a prime scatters them over all companies.
            var company = (int)(Interlocked.Increment(ref _next) * 7_368_787L % bodies.Length);
            var value = await CheckAsync(company);
            checks.Add(new WatchedCheck(startedAt, clock.Elapsed.TotalMilliseconds - startedAt, value));
            await timer.WaitForNextTickAsync(CancellationToken.None);
        }

        return checks;
    }

    private async Task<bool> CheckAsync(int company) =>
        (await _client.ReadAsync(path, bodies[company])).AsSpan().IndexOf("\"value\":true"u8) >= 0;
}
