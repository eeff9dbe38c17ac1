using Schematic.Api.Entitlements.Terms;
using Schematic.Contracts.Entitlements;

namespace Schematic.Api.Tests.Entitlements.Terms;

public sealed class AllocationTests
{
    [Theory]
    [InlineData("plan 100", 100L, true)]
    [InlineData("plan 0", 0L, true)]
    [InlineData("plan unlimited", null, true)]
    [InlineData("plan on", null, true)]
    [InlineData("plan credit:5", null, true)]
    [InlineData("plan trait:seats", 10L, true)]
    [InlineData("plan trait:missing", 0L, false)]
    [InlineData("plan trait:text", 0L, false)]
    [InlineData("plan trait:negative", -3L, true)]
    // A check of the flag permits use 11 of 10.5.
    [InlineData("plan trait:fraction", 11L, true)]
    [InlineData("plan trait:huge", long.MaxValue, true)]
    [InlineData("plan trait:below", long.MinValue, true)]
    public void The_limit_is_the_companys(string terms, long? limit, bool isValid) =>
        Assert.Equal(new Allocation(limit, isValid), Allocation.Of(TermsSamples.Parse(terms), TermsSamples.Trait));

    [Theory]
    [InlineData("10", 10L)]
    // A check of the flag permits one more below 11.
    [InlineData("10.5", 10L)]
    [InlineData("-0.5", -1L)]
    [InlineData("ten", 0L)]
    [InlineData(null, 0L)]
    [InlineData("99999999999999999999", long.MaxValue)]
    [InlineData("-99999999999999999999", long.MinValue)]
    public void Usage_in_a_trait_is_whole_units(string? trait, long usage) =>
        Assert.Equal(usage, Allocation.UsageFromTrait(trait));

    [Theory]
    [InlineData(EntitlementPriceBehavior.Overage, null)]
    [InlineData(EntitlementPriceBehavior.PayAsYouGo, null)]
    [InlineData(EntitlementPriceBehavior.Tier, null)]
    [InlineData(null, 0L)]
    public void Usage_that_is_paid_for_as_it_comes_has_no_limit_without_a_number(
        EntitlementPriceBehavior? behavior,
        long? limit
    )
    {
        var terms = TermsSamples.Parse("plan 1") with { ValueNumeric = null, PriceBehavior = behavior };

        Assert.Equal(limit, Allocation.Of(terms, TermsSamples.Trait).Limit);
        Assert.Equal(limit is null, terms.IsUnlimited);
    }

    [Fact]
    public void Overage_with_a_number_has_a_hard_limit()
    {
        var terms = TermsSamples.Parse("plan 5000") with { PriceBehavior = EntitlementPriceBehavior.Overage };

        Assert.Equal(5000, Allocation.Of(terms, TermsSamples.Trait).Limit);
        Assert.False(terms.IsUnlimited);
    }
}
