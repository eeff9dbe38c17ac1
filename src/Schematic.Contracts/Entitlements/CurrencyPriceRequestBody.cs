using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Schematic.Contracts.Entitlements;

/// <summary>Prices of an entitlement in one currency.</summary>
public sealed record CurrencyPriceRequestBody
{
    /// <summary>ISO 4217 code of three letters, such as <c>usd</c>.</summary>
    [StringLength(3)]
    public required string Currency { get; init; }

    /// <summary>Price tiers if billed by the month, lowest first, at most 100; null for one price.</summary>
    [MaxLength(100)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<CreatePriceTierRequestBody>? MonthlyPriceTiers { get; init; }

    /// <summary>
    /// Price of a unit if billed by the month, in minor units of the currency; null if not sold that way.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? MonthlyUnitPrice { get; init; }

    /// <summary>
    /// Exact price of a unit by the month in minor units, as decimal text, which wins; null if there are no fractions.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? MonthlyUnitPriceDecimal { get; init; }

    /// <summary>Price tiers if billed by the quarter, lowest first, at most 100; null for one price.</summary>
    [MaxLength(100)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<CreatePriceTierRequestBody>? QuarterlyPriceTiers { get; init; }

    /// <summary>
    /// Price of a unit if billed by the quarter, in minor units of the currency; null if not sold that way.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? QuarterlyUnitPrice { get; init; }

    /// <summary>
    /// Exact price of a unit by the quarter in minor units, as decimal text, which wins; null if there are no
    /// fractions.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? QuarterlyUnitPriceDecimal { get; init; }

    /// <summary>Price tiers if billed by the year, lowest first, at most 100; null for one price.</summary>
    [MaxLength(100)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<CreatePriceTierRequestBody>? YearlyPriceTiers { get; init; }

    /// <summary>
    /// Price of a unit if billed by the year, in minor units of the currency; null if not sold that way.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? YearlyUnitPrice { get; init; }

    /// <summary>
    /// Exact price of a unit by the year in minor units, as decimal text, which wins; null if there are no fractions.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? YearlyUnitPriceDecimal { get; init; }
}
