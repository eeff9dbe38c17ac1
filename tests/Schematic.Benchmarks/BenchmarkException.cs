namespace Schematic.Benchmarks;

/// <summary>A run that cannot go on, with the sentence to show.</summary>
internal sealed class BenchmarkException(string message) : Exception(message);
