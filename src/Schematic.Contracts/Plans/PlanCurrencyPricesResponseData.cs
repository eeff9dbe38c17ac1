using System.Text.Json.Serialization;
using Schematic.Contracts.Billing;

namespace Schematic.Contracts.Plans;

/// <summary>Prices of a plan in one currency.</summary>
public sealed record PlanCurrencyPricesResponseData
{
    /// <summary>ISO 4217 code in lower case, such as <c>usd</c>.</summary>
    public required string Currency { get; init; }

    /// <summary>Price if billed by the month; left out if not sold that way.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BillingPriceResponseData? MonthlyPrice { get; init; }

    /// <summary>Price if paid once; left out if not sold that way.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BillingPriceResponseData? OneTimePrice { get; init; }

    /// <summary>Price if billed by the quarter; left out if not sold that way.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BillingPriceResponseData? QuarterlyPrice { get; init; }

    /// <summary>Price if billed by the year; left out if not sold that way.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BillingPriceResponseData? YearlyPrice { get; init; }
}
