using Schematic.Contracts.Billing;
using Schematic.Contracts.Entitlements;
using Schematic.Dashboard.Entitlements;
using Schematic.Dashboard.Plans.Pricing;
using Schematic.Dashboard.Tests.Entitlements;

namespace Schematic.Dashboard.Tests.Plans.Pricing;

public sealed class PriceDraftsTests
{
    [Fact]
    public void A_price_with_a_fraction_is_read_and_written_as_exact_text()
    {
        var draft = Assert.Single(
            PriceDrafts.FromContract(Sold(EntitlementPriceBehavior.PayAsYouGo, View(price: 1, text: "1.24")))
        );
        var sent = Assert.Single(PriceDrafts.ToContract([draft]));

        Assert.Equal("0.0124", draft.Monthly.UnitPrice);
        Assert.Equal(("usd", null, "1.24"), (sent.Currency, sent.MonthlyUnitPrice, sent.MonthlyUnitPriceDecimal));
        Assert.Null(sent.YearlyUnitPrice);
        Assert.Null(sent.MonthlyPriceTiers);
    }

    [Fact]
    public void A_whole_price_is_written_as_the_integer_that_it_is()
    {
        var draft = new CurrencyPriceDraft
        {
            Currency = " EUR ",
            Yearly = new() { UnitPrice = "50" },
        };
        var sent = Assert.Single(PriceDrafts.ToContract([draft]));

        Assert.Equal(("eur", 5_000L, null), (sent.Currency, sent.YearlyUnitPrice, sent.YearlyUnitPriceDecimal));
    }

    [Fact]
    public void Overage_that_the_API_shows_as_two_tiers_is_one_price()
    {
        var shown = View(
            0,
            "0",
            new() { PerUnitPrice = 0, UpTo = 500 },
            new() { PerUnitPrice = 1, PerUnitPriceDecimal = "0.5" }
        );

        var draft = Assert.Single(PriceDrafts.FromContract(Sold(EntitlementPriceBehavior.Overage, shown)));

        Assert.Equal(("0.005", false), (draft.Monthly.UnitPrice, draft.Monthly.IsTiered));
    }

    [Fact]
    public void Tiers_come_back_as_they_were()
    {
        BillingProductPriceTierResponseData[] tiers =
        [
            new()
            {
                FlatAmount = 1000,
                PerUnitPrice = 100,
                PerUnitPriceDecimal = "100",
                UpTo = 100,
            },
            new() { PerUnitPrice = 2, PerUnitPriceDecimal = "1.5" },
        ];
        var draft = Assert.Single(PriceDrafts.FromContract(Sold(EntitlementPriceBehavior.Tier, View(0, "0", tiers))));
        var sent = Assert.Single(PriceDrafts.ToContract([draft])).MonthlyPriceTiers!;

        Assert.Equal(
            [(100L, 1000L, 100L, null), (null, null, null, "1.5")],
            sent.Select(static tier => (tier.UpTo, tier.FlatAmount, tier.PerUnitPrice, tier.PerUnitPriceDecimal))
        );
    }

    [Fact]
    public void Prices_are_said_line_by_line()
    {
        var entitlement = Sold(
            EntitlementPriceBehavior.Tier,
            View(
                0,
                "0",
                new()
                {
                    FlatAmount = 1000,
                    PerUnitPrice = 5,
                    UpTo = 100,
                },
                new() { PerUnitPrice = 2 }
            )
        );

        Assert.Equal(
            ["Graduated: $10.00 + $0.05 each up to 100; $0.02 each beyond, billed by the month"],
            PriceWords.Lines(entitlement)
        );
        Assert.Equal(
            "$0.0124 for each API call",
            PriceWords.Price(new UsagePrice(1.24m, []), "usd", new FeatureUnits("API call", "API calls"))
        );
    }

    internal static PlanEntitlementResponseData Sold(EntitlementPriceBehavior behavior, BillingPriceView monthly) =>
        EntitlementSamples.Entitlement() with
        {
            PriceBehavior = behavior,
            CurrencyPrices = [new() { Currency = "usd", MonthlyPrice = monthly }],
        };

    internal static BillingPriceView View(
        long price,
        string text,
        params BillingProductPriceTierResponseData[] tiers
    ) =>
        new()
        {
            Id = "price_1",
            PriceId = "price_1",
            PriceExternalId = "price_1",
            ProductId = "feat_1",
            ProductExternalId = "feat_1",
            ProductName = "Calls",
            ProviderType = BillingProviderType.Schematic,
            BillingScheme = tiers.Length == 0 ? BillingPriceScheme.PerUnit : BillingPriceScheme.Tiered,
            Currency = "usd",
            Interval = BillingProductPriceInterval.Month,
            IntervalCount = 1,
            IsActive = true,
            PackageSize = 1,
            Price = price,
            PriceDecimal = text,
            PriceTier = tiers,
            TiersMode = tiers.Length == 0 ? null : BillingTiersMode.Graduated,
            UsageType = BillingPriceUsageType.Metered,
            CreatedAt = default,
            UpdatedAt = default,
        };
}
