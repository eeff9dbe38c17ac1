using Schematic.Api.Entitlements.Pricing;
using Schematic.Contracts.Billing;

namespace Schematic.Api.Tests.Entitlements.Pricing;

public sealed class EntitlementPricesTests
{
    private static readonly EntitlementPrices Both = new([
        new CurrencyPrices
        {
            Currency = "usd",
            Quarterly = new IntervalPrice { UnitPrice = 5000.00m },
            Yearly = new IntervalPrice
            {
                Tiers =
                [
                    new PriceTier(1000, 0.000000000001m, 100),
                    new PriceTier(0, 79228162514264.337593543950m, null),
                ],
                TiersMode = BillingTiersMode.Volume,
            },
        },
        new CurrencyPrices
        {
            Currency = "eur",
            Monthly = new IntervalPrice { UnitPrice = 4500 },
        },
    ]);

    [Fact]
    public void Prices_come_back_exactly()
    {
        var read = EntitlementPrices.Read(EntitlementPrices.Write(Both));

        Assert.Equal(["usd", "eur"], read.Currencies.Select(static prices => prices.Currency));
        Assert.Equal(5000.00m, read.In("usd")!.Quarterly!.UnitPrice);
        Assert.Equal(Both.In("usd")!.Yearly!.Tiers, read.In("usd")!.Yearly!.Tiers);
        Assert.Equal(BillingTiersMode.Volume, read.In("usd")!.Yearly!.TiersMode);
        Assert.Null(read.In("usd")!.Monthly);
        Assert.Equal(EntitlementPrices.Write(Both), EntitlementPrices.Write(read));
    }

    [Fact]
    public void The_stored_form_has_the_names_of_the_wire() =>
        Assert.Equal(
            """[{"currency":"eur","monthly":{"unit_price":4500,"tiers":[]}}]""",
            EntitlementPrices.Write(new([Both.In("eur")!]))
        );

    [Theory]
    [InlineData(null)]
    [InlineData("[]")]
    public void Nothing_stored_is_no_price(string? stored)
    {
        Assert.Same(EntitlementPrices.None, EntitlementPrices.Read(stored));
        Assert.Null(EntitlementPrices.None.ListPrice);
        Assert.Equal("[]", EntitlementPrices.Write(EntitlementPrices.None));
    }

    [Fact]
    public void What_a_newer_version_adds_is_passed_over() =>
        Assert.Equal(
            5,
            EntitlementPrices
                .Read("""[{"currency":"usd","weekly":{},"monthly":{"unit_price":5,"floor":1}}]""")
                .ListPrice!.UnitPrice
        );

    [Fact]
    public void The_list_price_is_that_of_the_first_currency_and_its_shortest_interval() =>
        Assert.Same(Both.In("usd")!.Quarterly, Both.ListPrice);

    [Fact]
    public void A_currency_that_it_is_not_sold_in_has_no_prices() => Assert.Null(Both.In("gbp"));
}
