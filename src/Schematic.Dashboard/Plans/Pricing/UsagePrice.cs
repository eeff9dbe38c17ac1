using System.Globalization;
using Schematic.Contracts.Billing;
using Schematic.Contracts.Entitlements;

namespace Schematic.Dashboard.Plans.Pricing;

/// <summary>Price of usage for one billing interval: one price per unit, or tiers, in minor units.</summary>
/// <param name="UnitPrice">Price of each unit; null if tiers say it.</param>
/// <param name="Tiers">Tiers, lowest first; empty if each unit costs the same.</param>
/// <param name="Mode">Way in which the tiers add up.</param>
internal sealed record UsagePrice(
    decimal? UnitPrice,
    IReadOnlyList<UsageTier> Tiers,
    BillingTiersMode Mode = BillingTiersMode.Graduated
)
{
    /// <summary>Reads a price as the API shows it.</summary>
    /// <param name="behavior">Way in which usage is paid for.</param>
    public static UsagePrice From(BillingPriceView price, EntitlementPriceBehavior? behavior)
    {
        var tiers = price.PriceTier.Select(UsageTier.From).ToList();
        // The API shows a price for overage as two tiers, of which the first is free; one unit price was given.
        if (behavior == EntitlementPriceBehavior.Overage && tiers is [{ FlatAmount: 0, PerUnitPrice: 0 }, { } beyond])
            return new(beyond.PerUnitPrice, []);
        return tiers.Count == 0
            ? new(Exact(price.PriceDecimal, price.Price), [])
            : new(null, tiers, price.TiersMode ?? BillingTiersMode.Graduated);
    }

    internal static decimal Exact(string? text, long? amount) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var exact)
            ? exact
            : amount ?? 0;
}

/// <summary>One tier of a price that depends on the quantity. Amounts are in minor units.</summary>
/// <param name="FlatAmount">Amount for reaching the tier.</param>
/// <param name="PerUnitPrice">Price of each unit in the tier.</param>
/// <param name="UpTo">Last unit of the tier, inclusive; null for the last tier, which has no end.</param>
internal sealed record UsageTier(decimal FlatAmount, decimal PerUnitPrice, long? UpTo)
{
    public static UsageTier From(BillingProductPriceTierResponseData tier) =>
        new(tier.FlatAmount ?? 0, UsagePrice.Exact(tier.PerUnitPriceDecimal, tier.PerUnitPrice), tier.UpTo);
}
