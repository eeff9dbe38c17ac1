namespace Schematic.Api.Entitlements.Pricing;

/// <summary>One tier of a price that depends on the quantity.</summary>
/// <param name="FlatAmount">Amount for reaching the tier, in minor units of the currency.</param>
/// <param name="PerUnitPrice">Price of each unit in the tier, in minor units.</param>
/// <param name="UpTo">Last unit of the tier, inclusive; null for the last tier, which has no end.</param>
internal sealed record PriceTier(decimal FlatAmount, decimal PerUnitPrice, long? UpTo);
