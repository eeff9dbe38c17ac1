using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Features;

namespace Schematic.Api.Tests.Entitlements.Terms;

/// <summary>Terms of usage that is paid for.</summary>
public sealed class EntitlementTermsCheckPriceTests
{
    [Theory]
    [InlineData(0L, 100L, true)]
    [InlineData(100L, 100L, true)]
    [InlineData(101L, 100L, false)]
    [InlineData(-1L, 100L, false)]
    [InlineData(null, 100L, false)]
    [InlineData(101L, null, true)]
    [InlineData(101L, 0L, true)]
    public void Overage_needs_a_soft_limit_within_the_hard_one(long? softLimit, long? hardLimit, bool isAccepted)
    {
        var values = CheckedTerms.Overage with { SoftLimit = softLimit, ValueNumeric = hardLimit };

        if (isAccepted)
            CheckedTerms.AssertAccepted(FeatureType.Event, values);
        else
            CheckedTerms.AssertRefused("soft_limit", FeatureType.Event, values);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(EntitlementPriceBehavior.PayAsYouGo)]
    [InlineData(EntitlementPriceBehavior.Tier)]
    public void Nothing_but_overage_has_a_soft_limit(EntitlementPriceBehavior? behavior) =>
        CheckedTerms.AssertRefused(
            "soft_limit",
            FeatureType.Event,
            CheckedTerms.Overage with
            {
                PriceBehavior = behavior,
            }
        );

    [Theory]
    [InlineData(49L, false)]
    [InlineData(50L, true)]
    [InlineData(9_999_999_999_999L, true)]
    [InlineData(10_000_000_000_000L, false)]
    public void A_billing_threshold_has_bounds(long threshold, bool isAccepted)
    {
        var values = CheckedTerms.Overage with { BillingThreshold = threshold };

        if (isAccepted)
            CheckedTerms.AssertAccepted(FeatureType.Event, values);
        else
            CheckedTerms.AssertRefused("billing_threshold", FeatureType.Event, values);
    }
}
