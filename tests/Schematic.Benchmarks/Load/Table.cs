using System.Globalization;

namespace Schematic.Benchmarks.Load;

/// <summary>The result, line by line as it comes, in the form that docs/performance.md takes.</summary>
internal sealed class Table
{
    public Table()
    {
        Console.WriteLine(
            "| what | goal | measured | verdict | p50 / p95 / p99 ms | per second | × empty (p50) | cores: server/client/others |"
        );
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- | --- |");
    }

    public bool AllMet { get; private set; } = true;

    public void Add(Scenario scenario, Sample sample, ProcessorShare share, Sample? empty)
    {
        var p95 = sample.Percentile(95);
        var (goal, measured, met) = scenario switch
        {
            { MaxP95Milliseconds: { } max } => (Text($"p95 ≤ {max} ms"), Text($"{p95:0.0} ms"), p95 <= max),
            { MinPerSecond: { } min } => (
                Text($"≥ {min:N0}/s"),
                Text($"{sample.PerSecond:N0}/s"),
                sample.PerSecond >= min
            ),
            { Clients: > 1 } => ("", Text($"{sample.PerSecond:N0}/s"), true),
            _ => ("", Text($"{p95:0.0} ms"), true),
        };
        var ratio =
            empty is null || scenario.Clients > 1 ? "" : Text($"{sample.Percentile(50) / empty.Percentile(50):0.0}");
        Write(
            scenario.Name,
            goal,
            measured,
            met,
            Text(
                $"{sample.Percentile(50):0.00} / {p95:0.00} / {sample.Percentile(99):0.00} | {sample.PerSecond:N0} | {ratio} | {share}"
            )
        );
    }

    public void AddMemory(string what, double? goal, double megabytes) =>
        Write(
            $"memory: {what}",
            goal is null ? "" : Text($"≤ {goal} MB"),
            Text($"{megabytes:0} MB"),
            goal is null || megabytes <= goal,
            " | | | "
        );

    public void AddSize(string what, long? goal, long bytes) =>
        Write(
            $"size: {what}",
            goal is null ? "" : Text($"≤ {goal / 1000:N0} kB"),
            Text($"{bytes / 1000.0:0.0} kB"),
            goal is null || bytes <= goal,
            " | | | "
        );

    private void Write(string what, string goal, string measured, bool met, string rest)
    {
        AllMet &= met;
        Console.WriteLine(
            $"| {what} | {goal} | {measured} | {(goal.Length == 0 ? "" : met ? "holds" : "**misses**")} | {rest} |"
        );
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
