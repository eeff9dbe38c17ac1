using System.Globalization;
using Schematic.Api.Entitlements.Pricing;
using Schematic.Api.Entitlements.Terms;
using Schematic.Contracts.Entitlements;

namespace Schematic.Api.Tests.Entitlements.Terms;

/// <summary>Figures of usage that is paid for, first as the domain pages have them.</summary>
public sealed class UsageFiguresPriceTests
{
    [Theory]
    [InlineData(499L, 0L, "0", true, 99.8)]
    [InlineData(500L, 0L, "0", true, 100d)]
    [InlineData(600L, 100L, "100", true, 120d)]
    [InlineData(5000L, 4500L, "4500", false, 1000d)]
    [InlineData(-20L, 0L, "0", true, 0d)]
    public void Overage_is_billed_from_the_soft_limit_and_denied_from_the_hard_one(
        long usage,
        long overuse,
        string amount,
        bool access,
        double percent
    )
    {
        var terms = Overage("plan 5000", softLimit: 500);

        var figures = UsageSamples.Of(terms, usage);

        Assert.Equal((overuse, access, percent), (figures.Overuse, figures.Access, figures.PercentUsed));
        Assert.Equal((500, 5000, 500), (figures.EffectiveLimit, figures.Allocation, figures.SoftLimit));
        Assert.Equal(500, figures.NextTierLimit);
        Assert.Equal(1, figures.EffectivePrice);
        Assert.Equal(
            decimal.Parse(amount, CultureInfo.InvariantCulture),
            PriceCalculator.Amount(terms.Prices.ListPrice!, terms.PriceBehavior, usage, terms.SoftLimit)
        );
    }

    [Theory]
    [InlineData(7L, 1L, 6L)]
    [InlineData(0L, 10L, 0L)]
    [InlineData(long.MinValue, 10L, 0L)]
    [InlineData(null, 10L, null)]
    public void Plain_overage_has_a_soft_limit_and_no_hard_one(long? usage, long softLimit, long? overuse)
    {
        var figures = UsageSamples.Of(Overage("plan unlimited", softLimit), usage);

        Assert.Equal(overuse, figures.Overuse);
        Assert.Null(figures.Allocation);
        Assert.Null(figures.HasValidAllocation);
        Assert.Equal(softLimit, figures.EffectiveLimit);
        Assert.True(figures.Access);
        Assert.True(figures.IsUnlimited);
    }

    [Fact]
    public void A_quantity_bought_beforehand_is_the_limit()
    {
        var terms = TermsSamples.Parse("plan trait:seats") with
        {
            PriceBehavior = EntitlementPriceBehavior.PayInAdvance,
            Prices = UsageSamples.Monthly(new IntervalPrice { UnitPrice = 5000 }),
        };

        var figures = UsageFigures.Of(
            terms,
            Allocation.Of(terms, static _ => "100"),
            new UsageSituation { Usage = 40, Now = TermsSamples.Now }
        );

        Assert.Equal((100, 100, 40d), (figures.EffectiveLimit, figures.Allocation, figures.PercentUsed));
        Assert.Equal(5000, figures.EffectivePrice);
        Assert.True(figures.HasValidAllocation);
    }

    [Theory]
    [InlineData(0L, "10", 100L, 0d)]
    [InlineData(100L, "10", 100L, 100d)]
    [InlineData(150L, "5", 500L, 150d)]
    [InlineData(501L, "2", null, 501d)]
    public void Tiers_set_the_price_of_a_unit_and_the_next_limit(long usage, string price, long? next, double percent)
    {
        var terms = TermsSamples.Parse("plan unlimited") with
        {
            PriceBehavior = EntitlementPriceBehavior.Tier,
            Prices = UsageSamples.Monthly(
                new IntervalPrice
                {
                    Tiers = [new PriceTier(0, 10, 100), new PriceTier(0, 5, 500), new PriceTier(0, 2, null)],
                }
            ),
        };

        var figures = UsageSamples.Of(terms, usage);

        Assert.Equal(decimal.Parse(price, CultureInfo.InvariantCulture), figures.EffectivePrice);
        Assert.Equal((100, next, percent), (figures.EffectiveLimit, figures.NextTierLimit, figures.PercentUsed));
        Assert.Null(figures.SoftLimit);
        Assert.Null(figures.Overuse);
    }

    [Fact]
    public void A_price_of_the_companys_own_currency_wins_over_the_list_price()
    {
        var terms = TermsSamples.Parse("plan unlimited") with
        {
            PriceBehavior = EntitlementPriceBehavior.PayAsYouGo,
            Prices = UsageSamples.Monthly(new IntervalPrice { UnitPrice = 10 }),
        };
        var situation = new UsageSituation { Usage = 1, Now = TermsSamples.Now };
        var own = situation with { Price = new IntervalPrice { UnitPrice = 0.5m } };

        Assert.Equal(10, UsageFigures.Of(terms, default, situation).EffectivePrice);
        Assert.Equal(0.5m, UsageFigures.Of(terms, default, own).EffectivePrice);
        Assert.Null(UsageFigures.Of(terms with { PriceBehavior = null }, default, own).EffectivePrice);
    }

    private static EntitlementTerms Overage(string text, long softLimit) =>
        TermsSamples.Parse(text) with
        {
            PriceBehavior = EntitlementPriceBehavior.Overage,
            SoftLimit = softLimit,
            Prices = UsageSamples.Monthly(IntervalPrice.FromOverage(unitPrice: 1, softLimit)),
        };
}
