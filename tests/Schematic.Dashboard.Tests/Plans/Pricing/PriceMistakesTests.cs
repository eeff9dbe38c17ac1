using Schematic.Dashboard.Plans.Pricing;

namespace Schematic.Dashboard.Tests.Plans.Pricing;

public sealed class PriceMistakesTests
{
    [Theory]
    [InlineData("usd", "12.5", null)]
    [InlineData("us", "12.5", "currency_prices[0].currency")]
    [InlineData("u$d", "12.5", "currency_prices[0].currency")]
    [InlineData("usd", "", "currency_prices[0].monthly_unit_price")]
    [InlineData("usd", "free", "currency_prices[0].monthly_unit_price")]
    public void One_price(string currency, string price, string? expected) =>
        Assert.Equal(
            expected,
            PriceMistakes
                .Find([
                    new()
                    {
                        Currency = currency,
                        Monthly = new() { UnitPrice = price },
                    },
                ])
                .Select(static mistake => mistake.Path)
                .SingleOrDefault()
        );

    [Theory]
    [InlineData("100", "200", null)]
    [InlineData("100", "100", "up_to 1")]
    [InlineData("", "200", "up_to 0")]
    [InlineData("0", "200", "up_to 0")]
    [InlineData("100", "1.5", "up_to 1")]
    public void Tiers_ascend_and_only_the_last_is_open(string first, string second, string? expected)
    {
        var tiers = new IntervalPriceDraft
        {
            Tiers =
            {
                new() { UpTo = first, PerUnit = "1" },
                new() { UpTo = second, PerUnit = "1" },
                new() { PerUnit = "1" },
            },
        };

        var found = PriceMistakes.Find([new() { Monthly = tiers }]);

        Assert.Equal(
            expected is null ? [] : [$"currency_prices[0].monthly_price_tiers[{expected[^1]}].up_to"],
            found.Select(static mistake => mistake.Path)
        );
    }

    [Fact]
    public void The_flat_amount_of_a_tier_has_no_fraction_of_a_cent()
    {
        var found = PriceMistakes.Find([
            new()
            {
                Yearly = new()
                {
                    Tiers =
                    {
                        new() { PerUnit = "0.001", Flat = "1.005" },
                    },
                },
            },
        ]);

        Assert.Equal(
            ["currency_prices[0].yearly_price_tiers[0].flat_amount"],
            found.Select(static mistake => mistake.Path)
        );
    }

    [Fact]
    public void A_currency_has_its_prices_once()
    {
        var found = PriceMistakes.Find([
            new()
            {
                Currency = "usd",
                Monthly = new() { UnitPrice = "1" },
            },
            new()
            {
                Currency = "USD",
                Monthly = new() { UnitPrice = "1" },
            },
        ]);

        Assert.Equal("currency_prices[1].currency", Assert.Single(found).Path);
    }

    [Fact]
    public void Tiers_are_added_before_the_open_one_and_the_last_left_is_open()
    {
        var price = new IntervalPriceDraft { UnitPrice = "5" };
        price.AddTier();
        price.AddTier();
        Assert.Equal(["", "5"], price.Tiers.Select(static tier => tier.PerUnit));

        price.Tiers[0].UpTo = "100";
        price.RemoveTier(price.Tiers[1]);
        Assert.Equal("", Assert.Single(price.Tiers).UpTo);

        price.Tiers[0].PerUnit = "7";
        price.DropTiers();
        Assert.Equal((false, "7"), (price.IsTiered, price.UnitPrice));
    }
}
