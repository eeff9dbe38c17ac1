using System.Globalization;

namespace Schematic.Benchmarks.Growth;

/// <summary>The table of growth, line by line as it comes, in the form that docs/performance.md takes.</summary>
internal sealed class GrowthTable
{
    public GrowthTable()
    {
        Console.WriteLine("| what | size | goal | measured | of the goal | |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- |");
    }

    public bool AllMet { get; private set; } = true;

    /// <summary>A figure that must not be above its goal.</summary>
    /// <param name="goal">Null where this size has none.</param>
    public void AtMost(string what, string size, double? goal, double measured, string unit, string note = "") =>
        Write(what, size, goal, "≤", measured, unit, goal is null || measured <= goal, note);

    /// <summary>A figure that must not be below its goal.</summary>
    /// <param name="goal">Null where this size has none.</param>
    public void AtLeast(string what, string size, double? goal, double measured, string unit, string note = "") =>
        Write(what, size, goal, "≥", measured, unit, goal is null || measured >= goal, note);

    private void Write(
        string what,
        string size,
        double? goal,
        string sign,
        double measured,
        string unit,
        bool met,
        string note
    )
    {
        AllMet &= met;
        var limit = goal is { } value ? Text($"{sign} {value:0.##} {unit}") : "";
        var ratio = goal is { } of ? Text($"{measured / of:0.00} ×{(met ? "" : " **misses**")}") : "";
        Console.WriteLine(Text($"| {what} | {size} | {limit} | {measured:0.##} {unit} | {ratio} | {note} |"));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
