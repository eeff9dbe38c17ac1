using Schematic.Contracts.Billing;
using Schematic.Contracts.Entitlements;

namespace Schematic.Api.Entitlements.Pricing;

/// <summary>
/// Amounts that usage costs, in minor units of the currency. Source: domain-plans, entitlements and prices.
/// </summary>
internal static class PriceCalculator
{
    /// <summary>The cost of a quantity. An amount beyond a decimal's range becomes its largest value.</summary>
    /// <param name="behavior">Way in which usage is paid for; null, like credits, costs no money.</param>
    /// <param name="quantity">
    /// Units bought or used; a negative one counts as 0, for a period is never billed below 0.
    /// </param>
    /// <param name="softLimit">Units that overage includes; null for none.</param>
    public static decimal Amount(
        IntervalPrice price,
        EntitlementPriceBehavior? behavior,
        long quantity,
        long? softLimit = null
    )
    {
        var units = Math.Max(0, quantity);
        try
        {
            return behavior switch
            {
                EntitlementPriceBehavior.PayInAdvance
                or EntitlementPriceBehavior.PayAsYouGo
                or EntitlementPriceBehavior.Tier => Total(price, units),
                EntitlementPriceBehavior.Overage => Overage(price, units - Math.Max(0, softLimit ?? 0)),
                _ => 0,
            };
        }
        catch (OverflowException)
        {
            return decimal.MaxValue;
        }
    }

    /// <summary>The tier that usage falls in; null if the price has none. Usage below 0 is in the first.</summary>
    public static CurrentTier? CurrentTier(IntervalPrice price, long usage)
    {
        var from = 0L;
        foreach (var tier in price.Tiers)
        {
            if (tier.UpTo is not { } end || usage <= end)
                return new CurrentTier(tier, from, tier.UpTo);
            from = end + 1;
        }

        return null;
    }

    private static decimal Total(IntervalPrice price, long units) =>
        !price.IsTiered ? (price.UnitPrice ?? 0) * units
        : price.TiersMode == BillingTiersMode.Volume ? Volume(price, units)
        : Graduated(price.Tiers, units);

    // Even the flat amount of the first tier is charged from the first unit on only.
    private static decimal Volume(IntervalPrice price, long units) =>
        units > 0 && CurrentTier(price, units) is { Tier: var tier } ? Cost(tier, units) : 0;

    private static decimal Graduated(IReadOnlyList<PriceTier> tiers, long units)
    {
        var (total, counted) = (0m, 0L);
        foreach (var tier in tiers)
        {
            if (counted >= units)
                break;
            var end = Math.Min(tier.UpTo ?? units, units);
            total += Cost(tier, end - counted);
            counted = end;
        }

        return total;
    }

    private static decimal Overage(IntervalPrice price, long beyond) =>
        beyond > 0 ? Cost(price.OverageTier, beyond) : 0;

    private static decimal Cost(PriceTier tier, long units) => tier.FlatAmount + (tier.PerUnitPrice * units);
}
