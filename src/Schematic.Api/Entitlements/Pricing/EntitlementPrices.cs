using System.Text.Json;
using System.Text.Json.Serialization;
using Schematic.Contracts.Wire;

namespace Schematic.Api.Entitlements.Pricing;

/// <summary>All prices of an entitlement, at most one set for each currency.</summary>
/// <param name="Currencies">In the order given; the first is that of a company without a currency of its own.</param>
internal sealed record EntitlementPrices(IReadOnlyList<CurrencyPrices> Currencies)
{
    private const string StoredNone = "[]";

    // Tolerant: an instance that is not upgraded yet may read what an upgraded one wrote.
    private static readonly JsonSerializerOptions Form = new(WireJson.Tolerant)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Prices of an entitlement that is not paid for.</summary>
    public static EntitlementPrices None { get; } = new([]);

    /// <summary>
    /// The price shown for a company that pays in no currency or interval yet: in the first currency, the shortest
    /// interval that it is sold by; null if there is no price.
    /// </summary>
    public IntervalPrice? ListPrice =>
        Currencies
            .Select(static prices => prices.Monthly ?? prices.Quarterly ?? prices.Yearly)
            .FirstOrDefault(static price => price is not null);

    /// <summary>The prices in a currency; null if the entitlement is not sold in it.</summary>
    public CurrencyPrices? In(string currency) => Currencies.FirstOrDefault(prices => prices.Currency == currency);

    /// <summary>Reads the stored form; null and an empty list are no prices.</summary>
    public static EntitlementPrices Read(string? stored) =>
        stored is null or StoredNone
            ? None
            : new(JsonSerializer.Deserialize<IReadOnlyList<CurrencyPrices>>(stored, Form)!);

    /// <summary>
    /// The stored form: JSON with decimal numbers, which keeps amounts exact. Equal prices give equal texts.
    /// </summary>
    public static string Write(EntitlementPrices prices) => JsonSerializer.Serialize(prices.Currencies, Form);
}
