using System.Globalization;
using System.Text.RegularExpressions;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Events;
using Schematic.Contracts.Features;

namespace Schematic.Dashboard.Plans.Matrix;

/// <summary>A text typed into a cell: a value, nothing at all, or a mistake.</summary>
/// <param name="Value">Null if the plan is not to give the feature, or the text has a mistake.</param>
/// <param name="Mistake">A sentence; null if the text was understood.</param>
public sealed partial record CellReading(CellValue? Value, string? Mistake)
{
    private const string BooleanHelp = "Type on or off, or leave it empty.";
    private const string EventHelp = "Type a limit like 1000/month, unlimited, or leave it empty.";
    private const string TraitHelp = "Type a limit like 25, unlimited, or leave it empty.";

    private static readonly CellReading Nothing = new(null, null);

    /// <param name="present">What the cell holds now; a limit typed without a period keeps its period.</param>
    public static CellReading Of(string text, FeatureType feature, CellValue? present)
    {
        var typed = text.Trim().ToLowerInvariant();
        if (typed is "" or "-" or "–" or "—" or "none")
            return Nothing;
        return feature switch
        {
            FeatureType.Boolean => typed switch
            {
                "on" or "yes" or "true" or "1" or "y" or "x" or "✓" => new(CellValue.On, null),
                "off" or "no" or "false" or "0" or "n" => new(CellValue.Off, null),
                _ => new(null, BooleanHelp),
            },
            FeatureType.Event => Metered(typed, present, hasPeriod: true) ?? new(null, EventHelp),
            FeatureType.Trait => Metered(typed, present, hasPeriod: false) ?? new(null, TraitHelp),
            _ => new(null, "This type of feature needs a price. Add it on the page of the plan."),
        };
    }

    private static CellReading? Metered(string typed, CellValue? present, bool hasPeriod)
    {
        var (period, reset) = hasPeriod ? PeriodOf(present) : (null, null);
        if (typed is "unlimited" or "∞" or "inf" or "infinite" or "no limit")
            return new(
                new()
                {
                    Type = EntitlementValueType.Unlimited,
                    Period = period,
                    Reset = reset,
                },
                null
            );
        if (Limit().Match(typed) is not { Success: true } match || Number(match) is not { } limit)
            return null;
        if (match.Groups["period"].Value is { Length: > 0 } name)
        {
            if (!hasPeriod)
                return new(null, "This feature is measured by a trait, which has no period. Type the limit alone.");
            (period, reset) = PeriodOf(name);
        }

        return new(
            new()
            {
                Type = EntitlementValueType.Numeric,
                Limit = limit,
                Period = period,
                Reset = reset,
            },
            null
        );
    }

    private static (MetricPeriod? Period, MetricPeriodMonthReset? Reset) PeriodOf(CellValue? present) =>
        present is { Type: not EntitlementValueType.Boolean }
            ? (present.Period, present.Reset)
            : (MetricPeriod.CurrentMonth, MetricPeriodMonthReset.FirstOfMonth);

    private static (MetricPeriod Period, MetricPeriodMonthReset? Reset) PeriodOf(string name) =>
        name switch
        {
            "day" or "d" => (MetricPeriod.CurrentDay, null),
            "week" or "w" => (MetricPeriod.CurrentWeek, null),
            "billing month" or "billing" or "b" => (MetricPeriod.CurrentMonth, MetricPeriodMonthReset.BillingCycle),
            "total" or "all time" => (MetricPeriod.AllTime, null),
            _ => (MetricPeriod.CurrentMonth, MetricPeriodMonthReset.FirstOfMonth),
        };

    private static long? Number(Match match)
    {
        var digits = match.Groups["number"].Value.Replace(",", "", StringComparison.Ordinal);
        if (!decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return null;
        number *= match.Groups["scale"].Value switch
        {
            "k" => 1_000,
            "m" => 1_000_000,
            _ => 1,
        };
        return decimal.IsInteger(number) && number <= long.MaxValue ? (long)number : null;
    }

    // "1,000/month", "10k a day", "500 total", "25".
    [GeneratedRegex(
        @"^(?<number>[0-9][0-9,]{0,24}(\.[0-9]{1,6})?)(?<scale>[km])?"
            + @"(\s*(/|per\s|an?\s)\s*(?<period>day|d|week|w|month|mo|m|billing month|billing|b)"
            + @"|\s*(?<period>total|all time)|\s+in\s+(?<period>total))?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Limit();
}
