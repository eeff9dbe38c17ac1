using System.Globalization;

namespace Schematic.Benchmarks.Load;

/// <summary>Prints what <see cref="UpsertTurns"/> measures beside its goals.</summary>
internal static class WritesCommand
{
    private const int Turns = 4;

    /// <returns>Whether every goal was met.</returns>
    public static async Task<bool> RunAsync(StoreOptions options)
    {
        await using var upserts = await UpsertTurns.StartAsync(options);
        Console.WriteLine(
            "| what | goal | measured | verdict | p50 / p95 / p99 ms | of the loader | cores: server/client/others |"
        );
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- |");
        var isNewMet = Write("new", UpsertGoals.MinNew, await upserts.NewAsync(Turns));
        return Write("existing", UpsertGoals.MinExisting, await upserts.ExistingAsync(Turns)) && isNewMet;
    }

    private static bool Write(string what, double goal, UpsertFigures figures)
    {
        var (perSecond, ratio, p99) = (figures.PerSecond, figures.OfLoader, figures.Percentile(99));
        Write(
            $"upsert {what}, {UpsertTurns.Clients} clients",
            Text($"≥ {goal:N0}/s"),
            Text($"{perSecond:N0}/s"),
            perSecond >= goal,
            Text($"{figures.Percentile(50):0.0} / {figures.Percentile(95):0.0} / {p99:0.0} ")
                + $"| {figures.Each} | {figures.Cores}"
        );
        Write(
            "against a bare loader",
            Text($"≥ {UpsertGoals.MinOfLoader} ×"),
            Text($"{ratio:0.00} ×"),
            ratio >= UpsertGoals.MinOfLoader,
            "| |"
        );
        Write(
            "p99",
            Text($"≤ {UpsertGoals.MaxP99Milliseconds} ms"),
            Text($"{p99:0.0} ms"),
            p99 <= UpsertGoals.MaxP99Milliseconds,
            Text($"longest {figures.LongestMilliseconds:0} ms | |")
        );
        return perSecond >= goal && ratio >= UpsertGoals.MinOfLoader && p99 <= UpsertGoals.MaxP99Milliseconds;
    }

    private static void Write(string what, string goal, string measured, bool met, string rest) =>
        Console.WriteLine($"| {what} | {goal} | {measured} | {(met ? "holds" : "**misses**")} | {rest} |");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

/// <summary>What upserts of 16 clients must reach on a quiet machine of two cores.</summary>
internal static class UpsertGoals
{
    public const double MinOfLoader = 0.5;
    public const double MinNew = 2000;
    public const double MinExisting = 3000;
    public const double MaxP99Milliseconds = 50;
}
