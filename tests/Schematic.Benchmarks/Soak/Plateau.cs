using Schematic.Benchmarks.Load;

namespace Schematic.Benchmarks.Soak;

/// <summary>
/// Whether memory has stopped growing: the last third of a run against the second. The first belongs to the pools and
/// caches that fill.
/// </summary>
internal sealed class Plateau(IReadOnlyList<MemorySample> samples)
{
    /// <summary>Resident memory of the last third, the median.</summary>
    public double Height => EventTraffic.Median(Resident(2));

    public double Highest => Resident(2).Max();

    /// <summary>The last third as a part of the second.</summary>
    public double Growth => Height / EventTraffic.Median(Resident(1));

    private IEnumerable<double> Resident(int third) =>
        samples.Skip(samples.Count * third / 3).Take(samples.Count / 3).Select(static sample => sample.Resident);
}
