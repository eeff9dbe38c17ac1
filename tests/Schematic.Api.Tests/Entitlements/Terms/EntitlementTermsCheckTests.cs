using Schematic.Api.Entitlements.Terms;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Events;
using Schematic.Contracts.Features;

namespace Schematic.Api.Tests.Entitlements.Terms;

public sealed class EntitlementTermsCheckTests
{
    [Theory]
    [InlineData(EntitlementPriceBehavior.PayInAdvance, 100L, EntitlementValueType.Trait)]
    [InlineData(EntitlementPriceBehavior.CreditBurndown, 100L, EntitlementValueType.Credit)]
    [InlineData(EntitlementPriceBehavior.PayAsYouGo, 100L, EntitlementValueType.Numeric)]
    [InlineData(EntitlementPriceBehavior.PayAsYouGo, null, EntitlementValueType.Unlimited)]
    [InlineData(EntitlementPriceBehavior.Overage, 100L, EntitlementValueType.Numeric)]
    [InlineData(EntitlementPriceBehavior.Overage, 0L, EntitlementValueType.Unlimited)]
    [InlineData(EntitlementPriceBehavior.Tier, 1L, EntitlementValueType.Numeric)]
    [InlineData(EntitlementPriceBehavior.Tier, null, EntitlementValueType.Unlimited)]
    [InlineData(null, 100L, EntitlementValueType.Boolean)]
    public void The_price_behavior_decides_the_value_type(
        EntitlementPriceBehavior? behavior,
        long? numeric,
        EntitlementValueType expected
    )
    {
        var given = new EntitlementValues
        {
            ValueType = EntitlementValueType.Boolean,
            ValueBool = true,
            ValueNumeric = numeric,
            ValueTraitId = "trdf_1",
            ValueCreditId = "bcrd_1",
            PriceBehavior = behavior,
            SoftLimit = behavior == EntitlementPriceBehavior.Overage ? 1 : null,
        };

        var values = EntitlementTermsCheck.Check(behavior is null ? FeatureType.Boolean : FeatureType.Event, given);

        Assert.Equal(expected, values.ValueType);
        Assert.Equal(expected == EntitlementValueType.Numeric ? numeric : null, values.ValueNumeric);
        Assert.Equal(expected == EntitlementValueType.Trait ? "trdf_1" : null, values.ValueTraitId);
        Assert.Equal(expected == EntitlementValueType.Credit ? "bcrd_1" : null, values.ValueCreditId);
    }

    [Fact]
    public void A_limit_below_zero_is_refused()
    {
        CheckedTerms.AssertRefused("value_numeric", FeatureType.Event, CheckedTerms.Numeric with { ValueNumeric = -1 });
        // Even where the number would be dropped: it is a slip.
        CheckedTerms.AssertRefused("value_numeric", FeatureType.Event, CheckedTerms.Overage with { ValueNumeric = -1 });
        CheckedTerms.AssertAccepted(FeatureType.Event, CheckedTerms.Numeric with { ValueNumeric = 0 });
    }

    [Fact]
    public void A_quantity_below_zero_is_refused()
    {
        CheckedTerms.AssertRefused(
            "usage_quantity",
            FeatureType.Event,
            CheckedTerms.Numeric with
            {
                UsageQuantity = -1,
            }
        );
        CheckedTerms.AssertAccepted(FeatureType.Event, CheckedTerms.Numeric with { UsageQuantity = 0 });
    }

    [Theory]
    [InlineData(FeatureType.Event, true)]
    [InlineData(FeatureType.Trait, false)]
    [InlineData(FeatureType.License, false)]
    public void Only_usage_by_events_has_a_period(FeatureType feature, bool isAccepted)
    {
        var values = CheckedTerms.Numeric with { MetricPeriod = MetricPeriod.CurrentWeek };

        if (isAccepted)
            CheckedTerms.AssertAccepted(feature, values);
        else
            CheckedTerms.AssertRefused("metric_period", feature, values);
    }

    [Fact]
    public void A_boolean_has_no_period() =>
        CheckedTerms.AssertRefused(
            "metric_period",
            FeatureType.Boolean,
            new EntitlementValues
            {
                ValueType = EntitlementValueType.Boolean,
                ValueBool = true,
                MetricPeriod = MetricPeriod.AllTime,
            }
        );

    [Theory]
    [InlineData(MetricPeriod.CurrentMonth, true)]
    [InlineData(MetricPeriod.CurrentWeek, false)]
    [InlineData(MetricPeriod.AllTime, false)]
    [InlineData(null, false)]
    public void Only_a_month_has_a_reset(MetricPeriod? period, bool isAccepted)
    {
        var values = CheckedTerms.Numeric with
        {
            MetricPeriod = period,
            MetricPeriodMonthReset = MetricPeriodMonthReset.BillingCycle,
        };

        if (isAccepted)
            CheckedTerms.AssertAccepted(FeatureType.Event, values);
        else
            CheckedTerms.AssertRefused("metric_period_month_reset", FeatureType.Event, values);
    }

    [Fact]
    public void What_fits_is_kept_as_it_is()
    {
        var values = CheckedTerms.Overage with
        {
            MetricPeriod = MetricPeriod.CurrentMonth,
            MetricPeriodMonthReset = MetricPeriodMonthReset.FirstOfMonth,
            BillingThreshold = 50,
            UsageQuantity = 3,
        };

        Assert.Equal(values, EntitlementTermsCheck.Check(FeatureType.Event, values));
    }
}
