using System.Text.Json.Serialization;
using Schematic.Contracts.Billing;

namespace Schematic.Contracts.Credits;

/// <summary>Price of one credit of a bundle in one currency.</summary>
public sealed record CreditBundleCurrencyPriceResponseData
{
    /// <summary>ISO 4217 code in lower case, such as <c>usd</c>.</summary>
    public required string Currency { get; init; }

    /// <summary>Price of one credit in this currency; left out if none is set.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BillingPriceResponseData? Price { get; init; }
}
