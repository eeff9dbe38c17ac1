using Schematic.Contracts.Billing;
using Schematic.Contracts.Entitlements;
using Schematic.Dashboard.Plans.Pricing;

namespace Schematic.Dashboard.Tests.Plans.Pricing;

/// <summary>Figures as the documentation of tiered prices and of overage publishes them.</summary>
public sealed class UsageCostTests
{
    private static readonly IReadOnlyList<UsageTier> FourTiers =
    [
        new(1000, 100, 100),
        new(900, 90, 200),
        new(800, 80, 300),
        new(700, 70, null),
    ];

    private static readonly IReadOnlyList<UsageTier> TwoTiers = [new(0, 10, 100), new(0, 5, null)];

    [Theory]
    [InlineData(BillingTiersMode.Volume, 150, 14_400)]
    [InlineData(BillingTiersMode.Graduated, 150, 16_400)]
    [InlineData(BillingTiersMode.Volume, 0, 0)]
    [InlineData(BillingTiersMode.Graduated, 0, 0)]
    [InlineData(BillingTiersMode.Volume, 100, 11_000)]
    [InlineData(BillingTiersMode.Volume, 101, 9_990)]
    [InlineData(BillingTiersMode.Graduated, 301, 30_470)]
    public void Four_tiers_with_flat_amounts(BillingTiersMode mode, long units, int cents) =>
        Assert.Equal(cents, Cost(new(null, FourTiers, mode), EntitlementPriceBehavior.Tier, units));

    [Theory]
    [InlineData(BillingTiersMode.Volume, 750)]
    [InlineData(BillingTiersMode.Graduated, 1_250)]
    public void Two_tiers(BillingTiersMode mode, int cents) =>
        Assert.Equal(cents, Cost(new(null, TwoTiers, mode), EntitlementPriceBehavior.Tier, 150));

    [Theory]
    [InlineData(499, 0)]
    [InlineData(500, 0)]
    [InlineData(600, 100)]
    public void Overage_of_a_cent_begins_beyond_the_soft_limit(long units, int cents) =>
        Assert.Equal(
            cents,
            UsageCost.Of(new UsagePrice(1, []), EntitlementPriceBehavior.Overage, units, softLimit: 500)
        );

    [Fact]
    public void One_seat_a_year_bought_in_advance() =>
        Assert.Equal(5_000, Cost(new(5_000, []), EntitlementPriceBehavior.PayInAdvance, 1));

    [Fact]
    public void Fractions_of_a_cent_stay_exact() =>
        Assert.Equal(0.0000000015m, Cost(new(0.000000000001m, []), EntitlementPriceBehavior.PayAsYouGo, 1_500));

    [Fact]
    public void A_cost_beyond_what_can_be_told_is_none() =>
        Assert.Null(Cost(new(decimal.MaxValue, []), EntitlementPriceBehavior.PayAsYouGo, 2));

    [Fact]
    public void Credits_cost_no_money() => Assert.Null(Cost(new(1, []), EntitlementPriceBehavior.CreditBurndown, 2));

    private static decimal? Cost(UsagePrice price, EntitlementPriceBehavior behavior, long units) =>
        UsageCost.Of(price, behavior, units, softLimit: 0);
}
