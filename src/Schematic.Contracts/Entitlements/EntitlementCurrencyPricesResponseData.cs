using System.Text.Json.Serialization;
using Schematic.Contracts.Billing;

namespace Schematic.Contracts.Entitlements;

/// <summary>Prices of an entitlement in one currency.</summary>
public sealed record EntitlementCurrencyPricesResponseData
{
    /// <summary>ISO 4217 code in lower case, such as <c>usd</c>.</summary>
    public required string Currency { get; init; }

    /// <summary>Price if billed by the month; left out if not sold that way.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BillingPriceView? MonthlyPrice { get; init; }

    /// <summary>Price if billed by the quarter; left out if not sold that way.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BillingPriceView? QuarterlyPrice { get; init; }

    /// <summary>Price if billed by the year; left out if not sold that way.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BillingPriceView? YearlyPrice { get; init; }
}
