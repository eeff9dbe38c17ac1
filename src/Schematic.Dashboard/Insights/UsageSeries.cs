using System.Globalization;
using Schematic.Contracts.Insights;
using Schematic.Dashboard.Shared.Ui.Charts;

namespace Schematic.Dashboard.Insights;

/// <summary>Usage over a period, step by step without gaps.</summary>
public sealed record UsageSeries(IReadOnlyList<ChartBar> Bars)
{
    /// <summary>Usage of the whole period: the sum of the bars.</summary>
    public long Total => Bars.Sum(static bar => bar.Value);

    /// <summary>
    /// Adds up rows by step. A step without a row had no usage and is 0; one that has not begun yet is left out.
    /// </summary>
    /// <param name="rows">Time inside a step, and the usage of that time alone.</param>
    public static UsageSeries Create(
        UsagePeriod period,
        IEnumerable<(DateTimeOffset Time, long Usage)> rows,
        DateTimeOffset now
    )
    {
        var usage = rows.GroupBy(row => period.GetStep(row.Time))
            .ToDictionary(static step => step.Key, static step => step.Sum(static row => row.Usage));
        var last = usage.Keys.Append(now).Max();
        var bars = new List<ChartBar>();
        for (var step = period.Start; step < period.End && step <= last; step = period.GetNextStep(step))
        {
            var (label, shortLabel) = GetLabels(period, step);
            bars.Add(new(label, shortLabel, usage.GetValueOrDefault(step)));
        }

        return new(bars);
    }

    private static (string Label, string Short) GetLabels(UsagePeriod period, DateTimeOffset step) =>
        period.Granularity switch
        {
            TimeSeriesGranularity.Hourly => (
                Text(step, "ddd d MMM yyyy, HH:mm"),
                period.Days == 1 ? Text(step, "HH:mm") : Text(step, "d MMM HH:mm")
            ),
            TimeSeriesGranularity.Weekly => (
                $"{Text(step, "d MMM")} – {Text(period.GetNextStep(step).AddDays(-1), "d MMM yyyy")}",
                Text(step, "d MMM")
            ),
            TimeSeriesGranularity.Monthly => (Text(step, "MMMM yyyy"), Text(step, "MMM yy")),
            _ => (Text(step, "ddd d MMM yyyy"), Text(step, "d MMM")),
        };

    private static string Text(DateTimeOffset time, string format) =>
        time.ToString(format, CultureInfo.InvariantCulture);
}
