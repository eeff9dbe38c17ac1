namespace Schematic.Api.Entitlements.Pricing;

/// <summary>The price for one billing interval as a request gives it; no member given is no price.</summary>
/// <param name="UnitPriceDecimal">Exact form of the unit price, which wins over it.</param>
internal sealed record IntervalPriceInput(
    long? UnitPrice,
    string? UnitPriceDecimal,
    IReadOnlyList<PriceTierInput>? Tiers
);
