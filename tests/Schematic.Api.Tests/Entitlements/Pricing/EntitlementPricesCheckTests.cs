using Schematic.Api.Entitlements.Pricing;
using Schematic.Api.Http;
using Schematic.Contracts.Billing;

namespace Schematic.Api.Tests.Entitlements.Pricing;

public sealed class EntitlementPricesCheckTests
{
    private static readonly IntervalPriceInput Ten = new(10, null, null);
    private static readonly IntervalPriceInput None = new(null, null, null);

    private static readonly IntervalPriceInput Tiered = new(
        null,
        null,
        [new PriceTierInput(null, 2, null, 100), new PriceTierInput(null, 1, null, null)]
    );

    [Fact]
    public void Prices_of_the_body_and_of_its_list_stand_side_by_side()
    {
        var prices = EntitlementPricesCheck.Check(
            [
                new CurrencyPricesInput("", null, Ten, None, null),
                new CurrencyPricesInput("currency_prices[0]", "EUR", null, null, Tiered),
            ],
            BillingTiersMode.Volume
        );

        Assert.Equal(["usd", "eur"], prices.Currencies.Select(static each => each.Currency));
        Assert.Equal(10, prices.In("usd")!.Monthly!.UnitPrice);
        Assert.Null(prices.In("usd")!.Monthly!.TiersMode);
        Assert.Null(prices.In("usd")!.Quarterly);
        Assert.Equal([new PriceTier(0, 2, 100), new PriceTier(0, 1, null)], prices.In("eur")!.Yearly!.Tiers);
        Assert.Equal(BillingTiersMode.Volume, prices.In("eur")!.Yearly!.TiersMode);
    }

    [Fact]
    public void A_currency_without_a_price_is_left_out() =>
        Assert.Same(
            EntitlementPrices.None,
            EntitlementPricesCheck.Check([new CurrencyPricesInput("", "usd", None, null, null)], null)
        );

    [Fact]
    public void An_empty_list_of_tiers_is_none() =>
        Assert.Equal(10, Check(new CurrencyPricesInput("", "usd", Ten with { Tiers = [] }, null, null)).UnitPrice);

    [Theory]
    [InlineData("us")]
    [InlineData("euro")]
    [InlineData("u$d")]
    [InlineData("")]
    public void A_currency_has_three_letters(string currency) =>
        AssertRefused("currency", new CurrencyPricesInput("", currency, Ten, null, null));

    [Fact]
    public void A_currency_is_given_once() =>
        AssertRefused(
            "currency_prices[0].currency",
            new CurrencyPricesInput("", "usd", Ten, null, null),
            new CurrencyPricesInput("currency_prices[0]", "USD", Ten, null, null)
        );

    [Fact]
    public void A_refusal_names_the_member()
    {
        AssertRefused(
            "quarterly_unit_price",
            new CurrencyPricesInput("", "usd", null, new IntervalPriceInput(-1, null, null), null)
        );
        AssertRefused(
            "currency_prices[3].yearly_unit_price_decimal",
            new CurrencyPricesInput("currency_prices[3]", "usd", null, null, new IntervalPriceInput(null, "ten", null))
        );
        AssertRefused(
            "currency_prices[3].monthly_price_tiers[0].up_to",
            new CurrencyPricesInput(
                "currency_prices[3]",
                "usd",
                new IntervalPriceInput(null, null, [new PriceTierInput(null, 2, null, 100)]),
                null,
                null
            )
        );
    }

    [Fact]
    public void A_price_per_unit_and_tiers_exclude_each_other() =>
        AssertRefused(
            "monthly_price_tiers",
            new CurrencyPricesInput("", "usd", Tiered with { UnitPrice = 0 }, null, null)
        );

    private static IntervalPrice Check(CurrencyPricesInput given) =>
        EntitlementPricesCheck.Check([given], null).ListPrice!;

    private static void AssertRefused(string field, params CurrencyPricesInput[] given)
    {
        var refusal = Assert.Throws<ApiException>(() => EntitlementPricesCheck.Check(given, null));

        Assert.Equal((400, field), (refusal.Status, refusal.Field));
        Assert.Contains(field, refusal.Message, StringComparison.Ordinal);
    }
}
