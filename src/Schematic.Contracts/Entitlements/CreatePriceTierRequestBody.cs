using System.Text.Json.Serialization;

namespace Schematic.Contracts.Entitlements;

/// <summary>One tier of a price that depends on the quantity.</summary>
public sealed record CreatePriceTierRequestBody
{
    /// <summary>Amount for reaching the tier, in minor units of the currency; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? FlatAmount { get; init; }

    /// <summary>Price of each unit in the tier, in minor units of the currency; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? PerUnitPrice { get; init; }

    /// <summary>
    /// Exact price of each unit in minor units, as decimal text, which wins; null if there are no fractions.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? PerUnitPriceDecimal { get; init; }

    /// <summary>Last unit of the tier, inclusive; null for the last tier, which has no end.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? UpTo { get; init; }
}
