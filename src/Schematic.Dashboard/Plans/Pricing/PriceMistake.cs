namespace Schematic.Dashboard.Plans.Pricing;

/// <summary>A mistake in the prices of an entitlement, found by the console or the API.</summary>
/// <param name="Path">Path of the member, as the API names it: <c>currency_prices[0].monthly_unit_price</c>.</param>
/// <param name="Message">A sentence.</param>
public sealed record PriceMistake(string Path, string Message);
