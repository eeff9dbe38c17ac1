using Schematic.Api.Http;
using Schematic.Contracts.Billing;

namespace Schematic.Api.Entitlements.Pricing;

/// <summary>Reads the prices of an entitlement from a request, and refuses those that say two things.</summary>
internal static class EntitlementPricesCheck
{
    // The pages name no currency for a price without one; their examples are in dollars.
    private const string DefaultCurrency = "usd";

    /// <param name="given">
    /// Those of the body itself, and those of its list; entries without any price are left out.
    /// </param>
    /// <param name="mode">Way in which all tiers add up; null counts as graduated.</param>
    public static EntitlementPrices Check(IEnumerable<CurrencyPricesInput> given, BillingTiersMode? mode)
    {
        var currencies = new List<CurrencyPrices>();
        foreach (var prices in given.Select(input => Read(input, mode)).OfType<(string Field, CurrencyPrices Prices)>())
        {
            if (currencies.Exists(other => other.Currency == prices.Prices.Currency))
                throw ApiProblem.BadRequest(
                    $"{prices.Field} names {prices.Prices.Currency} a second time. Give the prices of a currency once.",
                    prices.Field
                );
            currencies.Add(prices.Prices);
        }

        return currencies.Count == 0 ? EntitlementPrices.None : new EntitlementPrices(currencies);
    }

    private static (string Field, CurrencyPrices Prices)? Read(CurrencyPricesInput given, BillingTiersMode? mode)
    {
        var field = FieldPath.Member(given.Path, "currency");
        var prices = new CurrencyPrices
        {
            Currency = Currency(given.Currency, field),
            Monthly = Interval(given.Monthly, "monthly"),
            Quarterly = Interval(given.Quarterly, "quarterly"),
            Yearly = Interval(given.Yearly, "yearly"),
        };
        return prices is { Monthly: null, Quarterly: null, Yearly: null } ? null : (field, prices);

        IntervalPrice? Interval(IntervalPriceInput? input, string name) =>
            input is null ? null : Read(input, FieldPath.Member(given.Path, name), mode);
    }

    private static IntervalPrice? Read(IntervalPriceInput given, string prefix, BillingTiersMode? mode)
    {
        var (unitField, tiersField) = ($"{prefix}_unit_price", $"{prefix}_price_tiers");
        var unitPrice = MinorUnits.Read(given.UnitPrice, given.UnitPriceDecimal, unitField);
        // An empty list says as much as none: SDKs send it for a price without tiers.
        if (given.Tiers is not { Count: > 0 } tiers)
            return unitPrice is null ? null : new IntervalPrice { UnitPrice = unitPrice };
        if (unitPrice is not null)
            throw ApiProblem.BadRequest(
                $"{unitField} and {tiersField} exclude each other. Give a price per unit or tiers.",
                tiersField
            );
        return new IntervalPrice { Tiers = PriceTiers.Check(tiers, tiersField), TiersMode = mode };
    }

    private static string Currency(string? given, string field)
    {
        if (given is null)
            return DefaultCurrency;
        if (given.Length != 3 || !given.All(char.IsAsciiLetter))
            throw ApiProblem.BadRequest(
                $"{field} must be the three letters of an ISO 4217 code, such as {DefaultCurrency}.",
                field
            );
        return string.Create(3, given, static (code, text) => text.AsSpan().ToLowerInvariant(code));
    }
}
