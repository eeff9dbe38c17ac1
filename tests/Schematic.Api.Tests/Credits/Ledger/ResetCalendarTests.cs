using System.Globalization;
using Schematic.Api.Credits.Ledger;
using Schematic.Contracts.Credits;

namespace Schematic.Api.Tests.Credits.Ledger;

public sealed class ResetCalendarTests
{
    [Theory]
    [InlineData("Daily", null, "2026-03-15T09:30", "2026-03-16T09:30")]
    [InlineData("Daily", null, "2026-03-16T09:29", "2026-03-16T09:30")]
    [InlineData("Daily", "2026-01-31T08:00", "2026-03-15T09:30", "2026-03-16T09:30")]
    [InlineData("Weekly", null, "2026-03-15T09:30", "2026-03-22T09:30")]
    [InlineData("Weekly", "2026-01-31T08:00", "2026-03-28T00:00", "2026-03-29T09:30")]
    [InlineData("Monthly", null, "2026-03-15T09:30", "2026-04-01T00:00")]
    [InlineData("Monthly", null, "2026-04-01T00:00", "2026-05-01T00:00")]
    [InlineData("Monthly", "2026-03-15T00:00", "2026-03-15T00:00", "2026-04-15T00:00")]
    [InlineData("Monthly", "2026-01-31T08:00", "2026-01-31T08:00", "2026-02-28T08:00")]
    [InlineData("Monthly", "2026-01-31T08:00", "2026-02-28T08:00", "2026-03-31T08:00")]
    [InlineData("Monthly", "2026-05-31T08:00", "2026-03-15T09:30", "2026-03-31T08:00")]
    [InlineData("Quarterly", null, "2026-03-15T09:30", "2026-04-01T00:00")]
    [InlineData("Quarterly", "2026-02-10T00:00", "2026-03-15T09:30", "2026-05-10T00:00")]
    [InlineData("Every6Months", null, "2026-03-15T09:30", "2026-07-01T00:00")]
    [InlineData("Every6Months", null, "2026-07-01T00:00", "2027-01-01T00:00")]
    [InlineData("Yearly", null, "2026-03-15T09:30", "2027-01-01T00:00")]
    [InlineData("Yearly", "2024-02-29T00:00", "2026-03-15T09:30", "2027-02-28T00:00")]
    [InlineData("Yearly", "2024-02-29T00:00", "2027-03-01T00:00", "2028-02-29T00:00")]
    public void The_next_reset_is_counted_from_its_start(string cadence, string? billing, string after, string expected)
    {
        var enrolled = Time("2026-03-15T09:30");

        var next = ResetCalendar.Next(
            Enum.Parse<BillingPlanCreditGrantResetCadence>(cadence),
            enrolled,
            billing is null ? null : Time(billing),
            Time(after)
        );

        Assert.Equal(Time(expected), next);
    }

    [Theory]
    [InlineData("EndOfBillingPeriod", null, "2026-04-01T00:00")]
    [InlineData("EndOfBillingPeriod", "2026-01-20T00:00", "2026-03-20T00:00")]
    [InlineData("EndOfNextBillingPeriod", null, "2026-05-01T00:00")]
    [InlineData("EndOfTrial", null, "2026-03-29T00:00")]
    [InlineData("NoExpiry", null, null)]
    public void Credits_end_with_the_period_they_are_given_for(string type, string? billing, string? expected)
    {
        var lifetime = new CreditLifetime(Enum.Parse<BillingCreditExpiryType>(type));

        var end = lifetime.EndFrom(
            Time("2026-03-15T09:30"),
            billing is null ? null : Time(billing),
            Time("2026-03-29T00:00")
        );

        Assert.Equal(expected is null ? null : Time(expected), end);
    }

    private static DateTimeOffset Time(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
