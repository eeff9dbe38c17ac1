using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Schematic.Contracts.Credits;

/// <summary>Price of one credit in one currency.</summary>
public sealed record CreditCurrencyPriceRequestBody
{
    /// <summary>ISO 4217 code of three letters, such as <c>usd</c>.</summary>
    [StringLength(3)]
    public required string Currency { get; init; }

    /// <summary>
    /// Price in minor units of the currency, 0 or more; null if only <c>price_per_unit_decimal</c> is given.
    /// </summary>
    [Range(0, long.MaxValue)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? PricePerUnit { get; init; }

    /// <summary>Exact price in minor units, as decimal text, which wins; null if there are no fractions.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? PricePerUnitDecimal { get; init; }
}
