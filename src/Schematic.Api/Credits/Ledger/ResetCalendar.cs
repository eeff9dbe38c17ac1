using Schematic.Contracts.Credits;

namespace Schematic.Api.Credits.Ledger;

/// <summary>When credits of plans are granted anew. Source: domain, resets.</summary>
internal static class ResetCalendar
{
    /// <summary>The first reset after a time.</summary>
    /// <param name="enrolledAt">Since when the company has the plan; days and weeks are counted from it.</param>
    /// <param name="billingStart">
    /// Start of any billing period of the company; null if longer intervals are those of the calendar.
    /// </param>
    public static DateTimeOffset Next(
        BillingPlanCreditGrantResetCadence cadence,
        DateTimeOffset enrolledAt,
        DateTimeOffset? billingStart,
        DateTimeOffset after
    ) =>
        cadence switch
        {
            BillingPlanCreditGrantResetCadence.Daily => NextOf(TimeSpan.FromDays(1), enrolledAt, after),
            BillingPlanCreditGrantResetCadence.Weekly => NextOf(TimeSpan.FromDays(7), enrolledAt, after),
            _ => NextMonths(Months(cadence), billingStart, after),
        };

    /// <summary>The end of the billing month that a time falls in.</summary>
    public static DateTimeOffset NextMonth(DateTimeOffset? billingStart, DateTimeOffset after) =>
        NextMonths(1, billingStart, after);

    /// <summary>Whether unused credits may roll over: what is granted by the day or week is discarded.</summary>
    public static bool RollsOver(BillingPlanCreditGrantResetCadence cadence) =>
        cadence is not (BillingPlanCreditGrantResetCadence.Daily or BillingPlanCreditGrantResetCadence.Weekly);

    private static int Months(BillingPlanCreditGrantResetCadence cadence) =>
        cadence switch
        {
            BillingPlanCreditGrantResetCadence.Quarterly => 3,
            BillingPlanCreditGrantResetCadence.Every6Months => 6,
            BillingPlanCreditGrantResetCadence.Yearly => 12,
            _ => 1,
        };

    private static DateTimeOffset NextOf(TimeSpan interval, DateTimeOffset start, DateTimeOffset after)
    {
        if (after < start)
            return start;
        return start + (interval * (((after - start).Ticks / interval.Ticks) + 1));
    }

    // Counted from one start: a February that is too short does not move the months after it. The calendar's months,
    // quarters and years all have a start in January of the year 1.
    private static DateTimeOffset NextMonths(int interval, DateTimeOffset? billingStart, DateTimeOffset after)
    {
        var start = billingStart?.ToUniversalTime() ?? DateTimeOffset.MinValue;
        var utc = after.UtcDateTime;
        var months = ((utc.Year - start.Year) * 12) + utc.Month - start.Month;
        var count = (months / interval) - 1;
        while (start.AddMonths(count * interval) <= after)
            count++;
        return start.AddMonths(count * interval);
    }
}
