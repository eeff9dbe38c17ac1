namespace Schematic.Api.Entitlements.Pricing;

/// <summary>A tier as a request gives it; absent amounts are 0.</summary>
/// <param name="PerUnitPriceDecimal">Exact form of the price per unit, which wins over it.</param>
internal sealed record PriceTierInput(long? FlatAmount, long? PerUnitPrice, string? PerUnitPriceDecimal, long? UpTo);
