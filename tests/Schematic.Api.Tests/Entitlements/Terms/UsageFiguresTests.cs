using System.Globalization;
using Schematic.Api.Entitlements.Terms;
using Schematic.Api.Events.Metering;
using Schematic.Contracts.Events;

namespace Schematic.Api.Tests.Entitlements.Terms;

/// <summary>Figures of usage that is not paid for; <see cref="UsageFiguresPriceTests"/> and
/// <see cref="UsageFiguresCreditTests"/> have the others.</summary>
public sealed class UsageFiguresTests
{
    [Theory]
    [InlineData("plan 5", 5L, false)]
    [InlineData("plan 10", 4L, true)]
    [InlineData("plan 10", null, true)]
    [InlineData("plan 10", -1L, true)]
    [InlineData("plan 0", 0L, false)]
    [InlineData("plan 0", null, false)]
    [InlineData("plan on", null, true)]
    [InlineData("plan off", null, false)]
    [InlineData("plan unlimited", long.MaxValue, true)]
    [InlineData("plan trait:seats", 9L, true)]
    [InlineData("plan trait:seats", 10L, false)]
    [InlineData("plan trait:missing", 0L, false)]
    public void Access_is_for_another_unit(string terms, long? usage, bool access) =>
        Assert.Equal(access, UsageSamples.Of(TermsSamples.Parse(terms), usage).Access);

    // An override has expired: what was used stays, and more is denied until it is below the plan's limit.
    [Theory]
    [InlineData(700L, false, 140d)]
    [InlineData(500L, false, 100d)]
    [InlineData(499L, true, 99.8)]
    public void Usage_above_the_limit_is_kept_and_denied(long usage, bool access, double percent)
    {
        var figures = UsageSamples.Of(TermsSamples.Parse("plan 500"), usage);

        Assert.Equal((usage, access, percent), (figures.Usage, figures.Access, figures.PercentUsed));
    }

    [Theory]
    [InlineData("plan 100", null, null)]
    [InlineData("plan unlimited", 5L, null)]
    [InlineData("plan on", 5L, null)]
    // All of nothing is used.
    [InlineData("plan 0", 0L, 100d)]
    [InlineData("plan 0", 5L, 100d)]
    [InlineData("plan trait:negative", 0L, 100d)]
    [InlineData("plan 100", -5L, 0d)]
    [InlineData("plan 3", 1L, 33.333)]
    [InlineData("plan 1", long.MaxValue, 9.223372036854775807e20)]
    public void Percent_needs_a_limit_and_usage(string terms, long? usage, double? percent)
    {
        var used = UsageSamples.Of(TermsSamples.Parse(terms), usage).PercentUsed;

        Assert.Equal(percent is null, used is null);
        Assert.Equal(percent ?? 0, used ?? 0, 3);
    }

    [Theory]
    [InlineData("plan 100", true)]
    [InlineData("plan trait:seats", true)]
    [InlineData("plan trait:missing", false)]
    [InlineData("plan unlimited", null)]
    [InlineData("plan on", null)]
    public void An_allocation_is_valid_unless_its_trait_is_missing(string terms, bool? isValid) =>
        Assert.Equal(isValid, UsageSamples.Of(TermsSamples.Parse(terms), usage: 0).HasValidAllocation);

    // Now is Sunday, 22 November 2026, noon; the company pays from the 15th, 06:00.
    [Theory]
    [InlineData("plan 100/day", null, "2026-11-23T00:00:00Z")]
    [InlineData("plan 100/week", null, "2026-11-29T00:00:00Z")]
    [InlineData("plan 100/month", null, "2026-12-01T00:00:00Z")]
    [InlineData("plan unlimited/month", MetricPeriodMonthReset.FirstOfMonth, "2026-12-01T00:00:00Z")]
    [InlineData("plan 100/month", MetricPeriodMonthReset.BillingCycle, "2026-12-15T06:00:00Z")]
    [InlineData("plan 100/ever", null, null)]
    [InlineData("plan 100", null, null)]
    public void A_count_restarts_with_its_period(string text, MetricPeriodMonthReset? reset, string? at)
    {
        var terms = TermsSamples.Parse(text) with { MonthReset = reset };
        var situation = new UsageSituation
        {
            Now = TermsSamples.Now,
            BillingCycle = new BillingCycle(new DateTimeOffset(2026, 1, 15, 6, 0, 0, TimeSpan.Zero), null),
        };

        Assert.Equal(
            at is null ? null : DateTimeOffset.Parse(at, CultureInfo.InvariantCulture),
            UsageFigures.Of(terms, Allocation.Of(terms, TermsSamples.Trait), situation).MetricResetAt
        );
    }
}
