using Schematic.Contracts.Events;

namespace Schematic.Api.Events.Metering;

/// <summary>
/// Starts and ends of the periods over which events are counted. Source: domain, metrics and periods.
/// </summary>
internal static class MetricPeriods
{
    public static DateTimeOffset Hour(DateTimeOffset at) => Floor(at, TimeSpan.TicksPerHour);

    public static DateTimeOffset Day(DateTimeOffset at) => Floor(at, TimeSpan.TicksPerDay);

    /// <summary>Sunday, 00:00 UTC.</summary>
    public static DateTimeOffset Week(DateTimeOffset at)
    {
        var day = Day(at);
        return day.AddDays(-(int)day.DayOfWeek);
    }

    /// <summary>The first of the calendar month, 00:00 UTC.</summary>
    public static DateTimeOffset Month(DateTimeOffset at)
    {
        var utc = at.UtcDateTime;
        return new DateTimeOffset(utc.Year, utc.Month, 1, 0, 0, 0, TimeSpan.Zero);
    }

    /// <summary>The period that <paramref name="at"/> falls in.</summary>
    /// <param name="cycle">The company's billing cycle; null without a subscription.</param>
    public static MetricSpan Of(
        MetricPeriod period,
        MetricPeriodMonthReset reset,
        DateTimeOffset at,
        BillingCycle? cycle = null
    ) =>
        period switch
        {
            MetricPeriod.CurrentDay => new(Day(at), Day(at).AddDays(1)),
            MetricPeriod.CurrentWeek => new(Week(at), Week(at).AddDays(7)),
            MetricPeriod.CurrentMonth when reset == MetricPeriodMonthReset.BillingCycle && cycle is { } known =>
                known.MonthOf(at),
            MetricPeriod.CurrentMonth => new(Month(at), Month(at).AddMonths(1)),
            _ => new(DateTimeOffset.UnixEpoch, null),
        };

    private static DateTimeOffset Floor(DateTimeOffset at, long ticks) =>
        new(at.UtcTicks - (at.UtcTicks % ticks), TimeSpan.Zero);
}

/// <summary>A period: its start, and its end, which is not part of it. Null never ends.</summary>
internal readonly record struct MetricSpan(DateTimeOffset Start, DateTimeOffset? End);
