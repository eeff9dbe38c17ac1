using Schematic.Contracts.Insights;

namespace Schematic.Dashboard.Insights;

/// <summary>A time in whole days, and the length of time that each bar of its chart stands for.</summary>
/// <param name="End">Not part of it.</param>
public sealed record UsagePeriod(DateTimeOffset Start, DateTimeOffset End, TimeSeriesGranularity Granularity)
{
    // The API lists at most 366 rows for one company, so a chart has at most as many bars.
    private const int MaxHourlyDays = 15;
    private const int MaxDailyDays = 366;
    private const int MinWeeklyDays = 14;
    private const int MaxWeeklyDays = 7 * 365;
    private const int MinMonthlyDays = 60;

    /// <summary>The granularities that give a readable chart of so many days, finest first.</summary>
    public static IReadOnlyList<TimeSeriesGranularity> GetFitting(int days) =>
        [
            .. new (TimeSeriesGranularity Granularity, bool IsFitting)[]
            {
                (TimeSeriesGranularity.Hourly, days <= MaxHourlyDays),
                (TimeSeriesGranularity.Daily, days is > 1 and <= MaxDailyDays),
                (TimeSeriesGranularity.Weekly, days is >= MinWeeklyDays and <= MaxWeeklyDays),
                (TimeSeriesGranularity.Monthly, days >= MinMonthlyDays),
            }
                .Where(static choice => choice.IsFitting)
                .Select(static choice => choice.Granularity),
        ];

    /// <summary>The granularity of a chart of so many days, unless another one is chosen.</summary>
    public static TimeSeriesGranularity GetDefault(int days) =>
        days switch
        {
            1 => TimeSeriesGranularity.Hourly,
            <= 92 => TimeSeriesGranularity.Daily,
            <= 270 => TimeSeriesGranularity.Weekly,
            _ => TimeSeriesGranularity.Monthly,
        };

    public int Days => (int)(End - Start).TotalDays;

    /// <summary>
    /// Start of the hour, day, week from Sunday or month that a time is in; never before the start of the period.
    /// </summary>
    public DateTimeOffset GetStep(DateTimeOffset time)
    {
        var utc = time.ToUniversalTime();
        var day = new DateTimeOffset(utc.Date, TimeSpan.Zero);
        var step = Granularity switch
        {
            TimeSeriesGranularity.Hourly => day.AddHours(utc.Hour),
            TimeSeriesGranularity.Weekly => day.AddDays(-(int)day.DayOfWeek),
            TimeSeriesGranularity.Monthly => day.AddDays(1 - day.Day),
            _ => day,
        };
        return step < Start ? Start : step;
    }

    /// <summary>Start of the step after the one that begins here; never after the end of the period.</summary>
    public DateTimeOffset GetNextStep(DateTimeOffset step)
    {
        var next = Granularity switch
        {
            TimeSeriesGranularity.Hourly => step.AddHours(1),
            TimeSeriesGranularity.Weekly => step.AddDays(7 - (int)step.DayOfWeek),
            TimeSeriesGranularity.Monthly => step.AddDays(1 - step.Day).AddMonths(1),
            _ => step.AddDays(1),
        };
        return next > End ? End : next;
    }
}
