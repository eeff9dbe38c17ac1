namespace Schematic.Api.Entitlements.Pricing;

/// <summary>The prices in one currency as a request gives them.</summary>
/// <param name="Path">
/// Where they stand, such as <c>currency_prices[0]</c>; empty for members of the body itself.
/// </param>
/// <param name="Currency">ISO 4217 code in any case; null for US dollars.</param>
internal sealed record CurrencyPricesInput(
    string Path,
    string? Currency,
    IntervalPriceInput? Monthly,
    IntervalPriceInput? Quarterly,
    IntervalPriceInput? Yearly
);
