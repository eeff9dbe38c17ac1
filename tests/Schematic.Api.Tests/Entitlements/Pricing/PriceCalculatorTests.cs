using System.Globalization;
using Schematic.Api.Entitlements.Pricing;
using Schematic.Contracts.Billing;
using Schematic.Contracts.Entitlements;

namespace Schematic.Api.Tests.Entitlements.Pricing;

/// <summary>Figures of the domain pages, in cents.</summary>
public sealed class PriceCalculatorTests
{
    private static readonly IntervalPrice FourTiers = new()
    {
        Tiers =
        [
            new PriceTier(1000, 100, 100),
            new PriceTier(900, 90, 200),
            new PriceTier(800, 80, 300),
            new PriceTier(700, 70, null),
        ],
    };

    private static readonly IntervalPrice TwoTiers = new()
    {
        Tiers = [new PriceTier(0, 10, 100), new PriceTier(0, 5, null)],
    };

    private static readonly IntervalPrice ThreeTiers = new()
    {
        Tiers = [new PriceTier(0, 10, 100), new PriceTier(0, 5, 500), new PriceTier(0, 2, null)],
    };

    [Theory]
    [InlineData(BillingTiersMode.Volume, 150, 14400)]
    [InlineData(BillingTiersMode.Graduated, 150, 16400)]
    [InlineData(null, 150, 16400)]
    // The last unit of a tier belongs to it.
    [InlineData(BillingTiersMode.Volume, 100, 11000)]
    [InlineData(BillingTiersMode.Volume, 101, 9990)]
    [InlineData(BillingTiersMode.Graduated, 100, 11000)]
    [InlineData(BillingTiersMode.Graduated, 101, 11990)]
    [InlineData(BillingTiersMode.Volume, 1000, 70700)]
    [InlineData(BillingTiersMode.Graduated, 1000, 79400)]
    // Without a unit not even the first flat amount is due.
    [InlineData(BillingTiersMode.Volume, 0, 0)]
    [InlineData(BillingTiersMode.Graduated, 0, 0)]
    [InlineData(BillingTiersMode.Volume, -5, 0)]
    [InlineData(BillingTiersMode.Graduated, -5, 0)]
    [InlineData(BillingTiersMode.Volume, 1, 1100)]
    [InlineData(BillingTiersMode.Graduated, 1, 1100)]
    public void Tiers_with_flat_amounts_add_up(BillingTiersMode? mode, long quantity, int amount) =>
        Assert.Equal(
            amount,
            PriceCalculator.Amount(FourTiers with { TiersMode = mode }, EntitlementPriceBehavior.Tier, quantity)
        );

    [Theory]
    [InlineData(BillingTiersMode.Volume, 750)]
    [InlineData(BillingTiersMode.Graduated, 1250)]
    public void Tiers_without_flat_amounts_add_up(BillingTiersMode mode, int amount) =>
        Assert.Equal(
            amount,
            PriceCalculator.Amount(TwoTiers with { TiersMode = mode }, EntitlementPriceBehavior.Tier, 150)
        );

    [Fact]
    public void A_seat_is_paid_for_beside_the_plan() =>
        Assert.Equal(
            505_000,
            500_000 + PriceCalculator.Amount(PerUnit(5000), EntitlementPriceBehavior.PayInAdvance, quantity: 1)
        );

    [Theory]
    [InlineData(EntitlementPriceBehavior.PayInAdvance, 70)]
    [InlineData(EntitlementPriceBehavior.PayAsYouGo, 70)]
    [InlineData(EntitlementPriceBehavior.Overage, 40)]
    [InlineData(EntitlementPriceBehavior.CreditBurndown, 0)]
    [InlineData(null, 0)]
    public void A_price_per_unit_counts_units(EntitlementPriceBehavior? behavior, int amount) =>
        Assert.Equal(amount, PriceCalculator.Amount(PerUnit(10), behavior, quantity: 7, softLimit: 3));

    [Fact]
    public void Usage_below_zero_costs_nothing() =>
        Assert.Equal(0, PriceCalculator.Amount(PerUnit(10), EntitlementPriceBehavior.PayAsYouGo, quantity: -7));

    [Fact]
    public void A_quantity_bought_beforehand_may_have_tiers() =>
        Assert.Equal(1250, PriceCalculator.Amount(TwoTiers, EntitlementPriceBehavior.PayInAdvance, 150));

    [Theory]
    [InlineData(499, 0)]
    [InlineData(500, 0)]
    [InlineData(501, 1)]
    [InlineData(600, 100)]
    [InlineData(-600, 0)]
    public void Overage_charges_what_is_beyond_the_soft_limit(long usage, int amount)
    {
        var price = IntervalPrice.FromOverage(unitPrice: 1, softLimit: 500);

        Assert.Equal(amount, PriceCalculator.Amount(price, EntitlementPriceBehavior.Overage, usage, softLimit: 500));
        Assert.Equal(amount, PriceCalculator.Amount(PerUnit(1), EntitlementPriceBehavior.Overage, usage, 500));
        // The two tiers say the same by themselves.
        Assert.Equal(amount, PriceCalculator.Amount(price, EntitlementPriceBehavior.Tier, usage));
    }

    [Fact]
    public void Overage_without_a_soft_limit_charges_every_unit() =>
        Assert.Equal(70, PriceCalculator.Amount(PerUnit(10), EntitlementPriceBehavior.Overage, quantity: 7));

    [Fact]
    public void A_flat_amount_of_overage_is_due_from_the_first_unit_beyond()
    {
        var price = new IntervalPrice { Tiers = [new PriceTier(0, 0, 10), new PriceTier(250, 1, null)] };

        Assert.Equal(0, PriceCalculator.Amount(price, EntitlementPriceBehavior.Overage, 10, softLimit: 10));
        Assert.Equal(251, PriceCalculator.Amount(price, EntitlementPriceBehavior.Overage, 11, softLimit: 10));
    }

    [Fact]
    public void Fractions_of_a_minor_unit_are_exact() =>
        Assert.Equal(
            0.3m,
            PriceCalculator.Amount(PerUnit(0.000000000003m), EntitlementPriceBehavior.PayAsYouGo, 100_000_000_000)
        );

    [Theory]
    [InlineData(EntitlementPriceBehavior.PayAsYouGo)]
    [InlineData(EntitlementPriceBehavior.Overage)]
    public void An_amount_beyond_all_bounds_is_the_largest_one(EntitlementPriceBehavior behavior) =>
        Assert.Equal(decimal.MaxValue, PriceCalculator.Amount(PerUnit(1e15m), behavior, long.MaxValue));

    [Theory]
    [InlineData(150, 101L, 500L, "5")]
    [InlineData(0, 0L, 100L, "10")]
    [InlineData(-1, 0L, 100L, "10")]
    [InlineData(100, 0L, 100L, "10")]
    [InlineData(101, 101L, 500L, "5")]
    [InlineData(501, 501L, null, "2")]
    [InlineData(long.MaxValue, 501L, null, "2")]
    public void Usage_is_in_one_tier(long usage, long from, long? upTo, string price)
    {
        var current = PriceCalculator.CurrentTier(ThreeTiers, usage)!.Value;

        Assert.Equal((from, upTo), (current.From, current.UpTo));
        Assert.Equal(decimal.Parse(price, CultureInfo.InvariantCulture), current.Tier.PerUnitPrice);
    }

    [Fact]
    public void A_price_per_unit_has_no_tier() => Assert.Null(PriceCalculator.CurrentTier(PerUnit(10), 150));

    private static IntervalPrice PerUnit(decimal price) => new() { UnitPrice = price };
}
