using System.Globalization;
using Schematic.Contracts.Insights;
using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.Dashboard.Insights;

/// <summary>
/// The time and the granularity of a usage chart, as in the address: <c>?range=7d&amp;by=hourly</c>, or
/// <c>?from=2026-11-01&amp;to=2026-11-15</c>. Whole days in UTC, so that every part of a screen counts the same time.
/// </summary>
public sealed record UsageRange
{
    public const UsageSpan DefaultSpan = UsageSpan.ThirtyDays;

    /// <summary>The longest time that can be chosen: ten years, in days.</summary>
    public const int MaxDays = 3660;

    private const string DateFormat = "yyyy-MM-dd";

    /// <summary>A length of time up to today; unused where days are chosen.</summary>
    public UsageSpan Span { get; init; } = DefaultSpan;

    /// <summary>First and last day; null for a <see cref="Span"/>.</summary>
    public (DateOnly From, DateOnly To)? Days { get; init; }

    /// <summary>Length of time of a bar; null for one that fits.</summary>
    public TimeSeriesGranularity? Granularity { get; init; }

    public static UsageRange Read(UrlReader url) =>
        new()
        {
            Span = url.Enum<UsageSpan>("range") ?? DefaultSpan,
            Days =
                ReadDate(url, "from") is { } from && ReadDate(url, "to") is { } to && AreDays(from, to)
                    ? (from, to)
                    : null,
            Granularity = url.Enum<TimeSeriesGranularity>("by"),
        };

    public void Write(UrlWriter url)
    {
        if (Days is { } days)
            url.Add("from", Text(days.From)).Add("to", Text(days.To));
        else if (Span != DefaultSpan)
            url.Add<UsageSpan>("range", Span);
        url.Add("by", Granularity);
    }

    /// <summary>True for days in order that are no more than <see cref="MaxDays"/>.</summary>
    public static bool AreDays(DateOnly from, DateOnly to) => from <= to && to.DayNumber - from.DayNumber < MaxDays;

    /// <summary>The time that it means now.</summary>
    public UsagePeriod ToPeriod(DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var (from, to) =
            Days
            ?? (
                Span switch
                {
                    UsageSpan.SevenDays => today.AddDays(-6),
                    UsageSpan.NinetyDays => today.AddDays(-89),
                    UsageSpan.TwelveMonths => today.AddDays(1 - today.Day).AddMonths(-11),
                    _ => today.AddDays(-29),
                },
                today
            );
        var fitting = UsagePeriod.GetFitting(to.DayNumber - from.DayNumber + 1);
        return new(
            StartOf(from),
            StartOf(to).AddDays(1),
            Granularity is { } chosen && fitting.Contains(chosen)
                ? chosen
                : UsagePeriod.GetDefault(to.DayNumber - from.DayNumber + 1)
        );
    }

    private static DateTimeOffset StartOf(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);

    private static string Text(DateOnly day) => day.ToString(DateFormat, CultureInfo.InvariantCulture);

    private static DateOnly? ReadDate(UrlReader url, string name) =>
        DateOnly.TryParseExact(
            url.Text(name),
            DateFormat,
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        ) && day.Year is > 1970 and < 9000
            ? day
            : null;
}
