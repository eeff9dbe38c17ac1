namespace Schematic.Benchmarks.Soak;

/// <summary>The memory of a process at one moment, in MB of 10⁶ bytes.</summary>
/// <param name="Resident">All physical memory of the process.</param>
/// <param name="Heap">Objects after the last collection, and the gaps between them.</param>
/// <param name="Committed">Memory that the collector has for objects, full or empty.</param>
/// <param name="Circuits">Circuits that are open, or wait for their page to come back.</param>
internal readonly record struct MemorySample(
    TimeSpan At,
    double Resident,
    double Heap,
    double Committed,
    double Circuits
);
