using System.Globalization;
using Schematic.Api.Events.Metering;
using Schematic.Contracts.Events;

namespace Schematic.Api.Tests.Events.Metering;

/// <summary>Edges of the periods: the domain's "Metrics and periods".</summary>
public sealed class MetricPeriodsTests
{
    [Theory]
    [InlineData("2026-11-20T13:37:00Z", "2026-11-20", "2026-11-15", "2026-11-01")]
    // A Sunday begins a week at midnight, and the moment before is of the week before.
    [InlineData("2026-11-22T00:00:00Z", "2026-11-22", "2026-11-22", "2026-11-01")]
    [InlineData("2026-11-21T23:59:59.999999Z", "2026-11-21", "2026-11-15", "2026-11-01")]
    // Whatever zone it is told in.
    [InlineData("2026-03-01T00:30:00+02:00", "2026-02-28", "2026-02-22", "2026-02-01")]
    [InlineData("2026-12-31T23:30:00-05:00", "2027-01-01", "2026-12-27", "2027-01-01")]
    // A leap day.
    [InlineData("2028-02-29T12:00:00Z", "2028-02-29", "2028-02-27", "2028-02-01")]
    public void A_moment_is_of_one_day_one_week_and_one_month(string at, string day, string week, string month)
    {
        var time = Time(at);

        Assert.Equal((Time(day), Time(week), Time(month)), (Start("current_day"), Start("week"), Start("month")));
        Assert.Equal(
            new MetricSpan(DateTimeOffset.UnixEpoch, null),
            MetricPeriods.Of(MetricPeriod.AllTime, MetricPeriodMonthReset.FirstOfMonth, time)
        );

        DateTimeOffset Start(string period) =>
            MetricPeriods
                .Of(
                    period switch
                    {
                        "current_day" => MetricPeriod.CurrentDay,
                        "week" => MetricPeriod.CurrentWeek,
                        _ => MetricPeriod.CurrentMonth,
                    },
                    MetricPeriodMonthReset.FirstOfMonth,
                    time
                )
                .Start;
    }

    [Theory]
    [InlineData("2026-02-10T00:00:00Z", "2026-03-01")]
    [InlineData("2028-02-10T00:00:00Z", "2028-03-01")]
    [InlineData("2026-12-31T23:59:59Z", "2027-01-01")]
    public void A_month_ends_where_the_next_begins(string at, string end) =>
        Assert.Equal(
            Time(end),
            MetricPeriods.Of(MetricPeriod.CurrentMonth, MetricPeriodMonthReset.FirstOfMonth, Time(at)).End
        );

    [Theory]
    // Sign-up on the 15th: until the 14th.
    [InlineData("2026-03-15", null, "2026-03-20", "2026-03-15", "2026-04-15")]
    [InlineData("2026-03-15", null, "2026-04-14T23:59:59Z", "2026-03-15", "2026-04-15")]
    [InlineData("2026-03-15", null, "2026-04-15", "2026-04-15", "2026-05-15")]
    // The time of day counts.
    [InlineData("2026-03-15T14:30:00Z", null, "2026-04-15T14:29:59Z", "2026-03-15T14:30:00Z", "2026-04-15T14:30:00Z")]
    [InlineData("2026-03-15T14:30:00Z", null, "2026-04-15T14:30:00Z", "2026-04-15T14:30:00Z", "2026-05-15T14:30:00Z")]
    // A month that is too short ends on its last day, and moves none after it.
    [InlineData("2026-01-31", null, "2026-02-15", "2026-01-31", "2026-02-28")]
    [InlineData("2026-01-31", null, "2026-02-28", "2026-02-28", "2026-03-31")]
    [InlineData("2026-01-31", null, "2026-03-31", "2026-03-31", "2026-04-30")]
    [InlineData("2028-01-31", null, "2028-02-29", "2028-02-29", "2028-03-31")]
    // Over the turn of the year.
    [InlineData("2026-11-30", null, "2027-02-10", "2027-01-30", "2027-02-28")]
    // Before the subscription starts, the calendar's month, and never into the subscription.
    [InlineData("2026-03-15", null, "2026-02-10", "2026-02-01", "2026-03-01")]
    [InlineData("2026-03-15", null, "2026-03-10", "2026-03-01", "2026-03-15")]
    // Never past the end of the subscription's period.
    [InlineData("2026-03-15", "2026-06-01", "2026-05-20", "2026-05-15", "2026-06-01")]
    public void A_billing_month_begins_where_the_subscription_did(
        string start,
        string? end,
        string at,
        string expectedStart,
        string expectedEnd
    )
    {
        var cycle = new BillingCycle(Time(start), end is null ? null : Time(end));

        var span = MetricPeriods.Of(MetricPeriod.CurrentMonth, MetricPeriodMonthReset.BillingCycle, Time(at), cycle);

        Assert.Equal(new MetricSpan(Time(expectedStart), Time(expectedEnd)), span);
    }

    [Fact]
    public void Without_a_subscription_the_billing_month_is_the_calendars() =>
        Assert.Equal(
            MetricPeriods.Of(MetricPeriod.CurrentMonth, MetricPeriodMonthReset.FirstOfMonth, Time("2026-11-20")),
            MetricPeriods.Of(MetricPeriod.CurrentMonth, MetricPeriodMonthReset.BillingCycle, Time("2026-11-20"))
        );

    private static DateTimeOffset Time(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
