using System.Text.Json;
using Schematic.Api.Entitlements.Pricing;
using Schematic.Api.Http;
using Schematic.Api.Persistence;
using Schematic.Contracts.Billing;
using Schematic.Contracts.Wire;

namespace Schematic.Api.Credits;

/// <summary>The price of one credit in a currency, in minor units.</summary>
/// <param name="Currency">ISO 4217 code in lower case.</param>
internal sealed record CreditPrice(string Currency, decimal Amount);

/// <summary>Prices of one credit, at most one for each currency.</summary>
/// <param name="Amounts">The price in the main currency is first, if there is one.</param>
internal sealed record CreditPrices(IReadOnlyList<CreditPrice> Amounts)
{
    /// <summary>The price in a currency; null if there is none.</summary>
    public decimal? In(string currency) => Amounts.FirstOrDefault(price => price.Currency == currency)?.Amount;

    /// <summary>The same with another price in a currency, or without one.</summary>
    public CreditPrices With(string currency, decimal? amount) =>
        new([
            .. amount is { } price ? (CreditPrice[])[new CreditPrice(currency, price)] : [],
            .. Amounts.Where(one => one.Currency != currency),
        ]);

    /// <summary>The same with other prices in all currencies but one.</summary>
    public CreditPrices WithOthers(string currency, CreditPrices others) =>
        new([
            .. Amounts.Where(one => one.Currency == currency),
            .. others.Amounts.Where(one => one.Currency != currency),
        ]);

    public static CreditPrices Read(string stored) =>
        new(JsonSerializer.Deserialize<IReadOnlyList<CreditPrice>>(stored, WireJson.Tolerant)!);

    /// <summary>The stored form: JSON with decimal numbers, which keeps amounts exact.</summary>
    public string Write() => JsonSerializer.Serialize(Amounts, WireJson.Tolerant);

    /// <summary>Prices as they are given; a currency may be named once.</summary>
    public static CreditPrices FromInput(IEnumerable<(string Currency, long? Amount, string? Text)> given)
    {
        var prices = new List<CreditPrice>();
        foreach (var (index, (currency, amount, text)) in given.Index())
        {
            var place = FieldPath.Item("currency_prices", index);
            var code = CheckCurrency(currency, $"{place}.currency");
            if (prices.Exists(one => one.Currency == code))
                throw ApiProblem.BadRequest($"{place}.currency names {code} a second time.", $"{place}.currency");
            var exact =
                MinorUnits.Read(amount, text, $"{place}.price_per_unit")
                ?? throw ApiProblem.BadRequest(
                    $"{place} has no price. Give price_per_unit or price_per_unit_decimal.",
                    $"{place}.price_per_unit"
                );
            prices.Add(new CreditPrice(code, exact));
        }

        return new(prices);
    }

    /// <summary>The code in lower case.</summary>
    public static string CheckCurrency(string given, string field) =>
        given.Length == 3 && given.All(char.IsAsciiLetter)
            ? string.Create(3, given, static (code, text) => text.AsSpan().ToLowerInvariant(code))
            : throw ApiProblem.BadRequest(
                $"{field} must be the three letters of an ISO 4217 code, such as usd.",
                field
            );

    /// <summary>A price as the wire has it; no billing provider knows it.</summary>
    /// <param name="id">Id of what is sold.</param>
    public static BillingPriceResponseData ToContract(string id, string currency, decimal amount) =>
        new()
        {
            Id = $"bilpp_{NewId.Unique(id)}{currency}",
            ExternalPriceId = "",
            Currency = currency,
            Interval = BillingProductPriceInterval.OneTime,
            IntervalCount = 1,
            Price = MinorUnits.ToInteger(amount),
            PriceDecimal = decimal.IsInteger(amount) ? null : MinorUnits.ToText(amount),
            ProviderType = BillingProviderType.Schematic,
            Scheme = BillingPriceScheme.PerUnit,
        };
}
