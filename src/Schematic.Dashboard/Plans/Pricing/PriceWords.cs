using System.Globalization;
using Schematic.Contracts.Billing;
using Schematic.Contracts.Entitlements;
using Schematic.Dashboard.Entitlements;
using Schematic.Dashboard.Shared.Ui.Text;

namespace Schematic.Dashboard.Plans.Pricing;

/// <summary>Prices in words: "$0.01 an API call, by the month".</summary>
internal static class PriceWords
{
    /// <summary>One line for each currency and interval in which an entitlement is sold.</summary>
    public static IReadOnlyList<string> Lines(PlanEntitlementResponseData entitlement)
    {
        var units = FeatureUnits.From(entitlement.Feature);
        return
        [
            .. entitlement.CurrencyPrices.SelectMany(prices =>
                new (string Interval, BillingPriceView? Price)[]
                {
                    ("month", prices.MonthlyPrice),
                    ("quarter", prices.QuarterlyPrice),
                    ("year", prices.YearlyPrice),
                }
                    .Where(static offer => offer.Price is not null)
                    .Select(offer =>
                        $"{Price(UsagePrice.From(offer.Price!, entitlement.PriceBehavior), prices.Currency, units)}, "
                        + $"billed by the {offer.Interval}"
                    )
            ),
        ];
    }

    /// <summary>"$0.01 for each API call", or the tiers one after another.</summary>
    public static string Price(UsagePrice price, string currency, FeatureUnits units)
    {
        if (price.Tiers.Count == 0)
            return $"{Money.Format(price.UnitPrice ?? 0, currency)} for each {units.One}";
        var tiers = string.Join(
            "; ",
            price.Tiers.Select(tier =>
                tier.UpTo is { } end
                    ? string.Create(CultureInfo.InvariantCulture, $"{Tier(tier, currency)} up to {end:N0}")
                    : $"{Tier(tier, currency)} beyond"
            )
        );
        return $"{Mode(price.Mode)}: {tiers}";
    }

    public static string Mode(BillingTiersMode mode) =>
        mode switch
        {
            BillingTiersMode.Graduated => "Graduated",
            BillingTiersMode.Volume => "Volume",
            _ => "Tiered",
        };

    public static string Explanation(BillingTiersMode mode) =>
        mode == BillingTiersMode.Volume
            ? "All units cost what the tier that is reached says."
            : "Each unit costs what its own tier says.";

    private static string Tier(UsageTier tier, string currency) =>
        (tier.FlatAmount, tier.PerUnitPrice) switch
        {
            (0, var each) => $"{Money.Format(each, currency)} each",
            (var flat, 0) => $"{Money.Format(flat, currency)} flat",
            var (flat, each) => $"{Money.Format(flat, currency)} + {Money.Format(each, currency)} each",
        };
}
