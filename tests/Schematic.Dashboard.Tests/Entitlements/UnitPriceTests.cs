using Schematic.Contracts.Entitlements;
using Schematic.Dashboard.Entitlements;
using Schematic.Dashboard.Tests.Plans.Pricing;

namespace Schematic.Dashboard.Tests.Entitlements;

public sealed class UnitPriceTests
{
    [Theory]
    [InlineData("usd", 1.24, "$0.0124 for each API call")]
    [InlineData("jpy", 5, "¥5 for each API call")]
    [InlineData("kwd", 5, "KWD 0.005 for each API call")]
    [InlineData(null, 5, "0.05 for each API call")]
    public void A_price_is_said_in_the_units_of_its_currency(string? currency, double minorUnits, string words) =>
        Assert.Equal(words, UnitPrice.Words(Usage(minorUnits, currency)));

    [Fact]
    public void Overage_is_paid_beyond_what_is_included() =>
        Assert.Equal(
            "$0.05 for each API call beyond",
            UnitPrice.Words(Usage(5, "usd") with { PriceBehavior = EntitlementPriceBehavior.Overage })
        );

    [Fact]
    public void What_costs_nothing_has_no_price() => Assert.Null(UnitPrice.Words(Usage(0, "usd")));

    private static FeatureUsageResponseData Usage(double price, string? currency) =>
        UsageSamples.Calls(1, 10) with
        {
            EffectivePrice = price,
            MonthlyUsageBasedPrice = currency is null
                ? null
                : PriceDraftsTests.View(0, "0") with
                {
                    Currency = currency,
                },
        };
}
