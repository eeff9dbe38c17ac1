namespace Schematic.Api.Events.Metering;

/// <summary>
/// The months of a subscription: each begins on the day and at the time of month at which the first one did, or on the
/// last day of a month that is too short.
/// </summary>
/// <param name="Start">Start of the subscription's current billing period.</param>
/// <param name="End">Its end; no month goes beyond it. Null if it is open.</param>
internal readonly record struct BillingCycle(DateTimeOffset Start, DateTimeOffset? End)
{
    /// <summary>The month that <paramref name="at"/> falls in; before the start it is the calendar's.</summary>
    public MetricSpan MonthOf(DateTimeOffset at)
    {
        var start = Start.ToUniversalTime();
        if (at < start)
        {
            var month = MetricPeriods.Month(at);
            var next = month.AddMonths(1);
            return new(month, next < start ? next : start);
        }

        var utc = at.UtcDateTime;
        var months = ((utc.Year - start.Year) * 12) + utc.Month - start.Month;
        // Counted from the first start: a February that is too short does not move the months after it.
        if (start.AddMonths(months) > at)
            months--;
        var (begin, end) = (start.AddMonths(months), start.AddMonths(months + 1));
        if (End is not { } last || at >= last)
            return new(begin, end);
        return new(begin, last < end ? last : end);
    }
}
