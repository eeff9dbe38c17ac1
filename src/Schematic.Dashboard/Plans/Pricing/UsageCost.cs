using Schematic.Contracts.Billing;
using Schematic.Contracts.Entitlements;

namespace Schematic.Dashboard.Plans.Pricing;

/// <summary>
/// Amounts that usage costs, in minor units. Only for a look while prices are edited: what is billed, the server
/// computes. Source: the worked examples of tiered prices and overage in the published documentation.
/// </summary>
internal static class UsageCost
{
    /// <summary>Cost of so many units; null where they cost no money, or more than can be told.</summary>
    /// <param name="units">Units bought or used, 0 or more.</param>
    /// <param name="softLimit">Units that overage includes.</param>
    public static decimal? Of(UsagePrice price, EntitlementPriceBehavior behavior, long units, long softLimit)
    {
        try
        {
            return behavior switch
            {
                EntitlementPriceBehavior.PayInAdvance
                or EntitlementPriceBehavior.PayAsYouGo
                or EntitlementPriceBehavior.Tier => Total(price, units),
                EntitlementPriceBehavior.Overage => Overage(price, units - softLimit),
                _ => null,
            };
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static decimal Total(UsagePrice price, long units) =>
        price.Tiers.Count == 0 ? (price.UnitPrice ?? 0) * units
        : price.Mode == BillingTiersMode.Volume ? Volume(price.Tiers, units)
        : Graduated(price.Tiers, units);

    // Nothing used costs nothing, not even the flat amount of the first tier.
    private static decimal Volume(IReadOnlyList<UsageTier> tiers, long units) =>
        units > 0 && tiers.FirstOrDefault(tier => tier.UpTo is not { } end || units <= end) is { } reached
            ? Cost(reached, units)
            : 0;

    private static decimal Graduated(IReadOnlyList<UsageTier> tiers, long units)
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

    private static decimal Overage(UsagePrice price, long beyond) =>
        beyond <= 0
            ? 0
            : Cost(price.Tiers is [.., var last] ? last : new UsageTier(0, price.UnitPrice ?? 0, null), beyond);

    private static decimal Cost(UsageTier tier, long units) => tier.FlatAmount + (tier.PerUnitPrice * units);
}
