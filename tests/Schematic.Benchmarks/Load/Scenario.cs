namespace Schematic.Benchmarks.Load;

/// <summary>
/// One line of the table: what is asked, how, and what it should take at most (or, for writes, do at least).
/// </summary>
internal sealed record Scenario(string Name, Func<RawClient, int, Task> Request)
{
    public int Clients { get; init; } = 1;

    /// <summary>Null where the figure is only reported.</summary>
    public double? MaxP95Milliseconds { get; init; }

    public double? MinPerSecond { get; init; }

    public TimeSpan WarmUp { get; init; } = TimeSpan.FromSeconds(1);

    public TimeSpan Duration { get; init; } = TimeSpan.FromSeconds(4);

    public int Enough { get; init; } = 2000;
}
