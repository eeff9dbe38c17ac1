using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Schematic.Contracts.Billing;
using Schematic.Contracts.Events;
using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Entitlements;

/// <summary>
/// Changes of a plan's entitlement; a member that is left out stays. Lists are replaced whole, and an empty one
/// removes.
/// </summary>
public sealed record UpdatePlanEntitlementRequestBody
{
    /// <summary>Product of the billing provider that usage is billed to; null clears it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string> BillingProductId { get; init; }

    /// <summary>
    /// Amount in minor units at which usage is invoiced early, 50 to 9,999,999,999,999; null clears it.
    /// </summary>
    [Range(50, 9_999_999_999_999)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<long?> BillingThreshold { get; init; }

    /// <summary>Credits that one unit of usage costs; null counts as 1.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<double?> CreditConsumptionRate { get; init; }

    /// <summary>ISO 4217 code of the prices that name none, such as <c>usd</c>; null for the default.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string> Currency { get; init; }

    /// <summary>Prices in further currencies, at most 50; null or left out, they stay.</summary>
    [MaxLength(50)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<CurrencyPriceRequestBody>? CurrencyPrices { get; init; }

    /// <summary>Period over which usage is counted; null counts all time.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<MetricPeriod?> MetricPeriod { get; init; }

    /// <summary>Start of a monthly period; null is the first of the month.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<MetricPeriodMonthReset?> MetricPeriodMonthReset { get; init; }

    /// <summary>Deprecated: see <c>monthly_unit_price</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string> MonthlyMeteredPriceId { get; init; }

    /// <summary>Price tiers if billed by the month, lowest first, at most 100; null or left out, they stay.</summary>
    [MaxLength(100)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<CreatePriceTierRequestBody>? MonthlyPriceTiers { get; init; }

    /// <summary>
    /// Price of a unit if billed by the month, in minor units of the currency; null if not sold that way.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<long?> MonthlyUnitPrice { get; init; }

    /// <summary>
    /// Exact price of a unit by the month in minor units, as decimal text, which wins; null if there are no fractions.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string> MonthlyUnitPriceDecimal { get; init; }

    /// <summary>Deprecated: see <c>billing_product_id</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string> OverageBillingProductId { get; init; }

    /// <summary>
    /// Way in which usage is paid for, which wins over <c>value_type</c>; null if it is included in the plan.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<EntitlementPriceBehavior?> PriceBehavior { get; init; }

    /// <summary>Deprecated: see <c>monthly_price_tiers</c> and <c>yearly_price_tiers</c>.</summary>
    [MaxLength(100)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<CreatePriceTierRequestBody>? PriceTiers { get; init; }

    /// <summary>Deprecated: see <c>quarterly_unit_price</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string> QuarterlyMeteredPriceId { get; init; }

    /// <summary>Price tiers if billed by the quarter, lowest first, at most 100; null or left out, they stay.</summary>
    [MaxLength(100)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<CreatePriceTierRequestBody>? QuarterlyPriceTiers { get; init; }

    /// <summary>
    /// Price of a unit if billed by the quarter, in minor units of the currency; null if not sold that way.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<long?> QuarterlyUnitPrice { get; init; }

    /// <summary>
    /// Exact price of a unit by the quarter in minor units, as decimal text, which wins; null if there are no
    /// fractions.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string> QuarterlyUnitPriceDecimal { get; init; }

    /// <summary>Usage from which overage is billed; null clears it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<long?> SoftLimit { get; init; }

    /// <summary>Way in which price tiers add up; null is <c>graduated</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<BillingTiersMode?> TierMode { get; init; }

    /// <summary>Units that are bought in advance, 0 or more, stored for billing only; null clears it.</summary>
    [Range(0, long.MaxValue)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<long?> UsageQuantity { get; init; }

    /// <summary>True gives the feature; null unless the value is boolean.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<bool?> ValueBool { get; init; }

    /// <summary>Id of the credit that usage draws, <c>bilcr_…</c>; null unless the value is credits.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string> ValueCreditId { get; init; }

    /// <summary>Limit of usage; null unless the value is numeric.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<long?> ValueNumeric { get; init; }

    /// <summary>
    /// Id of the company trait that holds the limit, <c>trdf_…</c>; null unless the value is a trait.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string> ValueTraitId { get; init; }

    /// <summary>Kind of value, which says which of the <c>value_…</c> members counts.</summary>
    public required EntitlementValueType ValueType { get; init; }

    /// <summary>Usage at which a warning is sent, at most one; null or left out, it stays.</summary>
    [MaxLength(1)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<WarningTierRequestBody>? WarningTiers { get; init; }

    /// <summary>Deprecated: see <c>yearly_unit_price</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string> YearlyMeteredPriceId { get; init; }

    /// <summary>Price tiers if billed by the year, lowest first, at most 100; null or left out, they stay.</summary>
    [MaxLength(100)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<CreatePriceTierRequestBody>? YearlyPriceTiers { get; init; }

    /// <summary>
    /// Price of a unit if billed by the year, in minor units of the currency; null if not sold that way.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<long?> YearlyUnitPrice { get; init; }

    /// <summary>
    /// Exact price of a unit by the year in minor units, as decimal text, which wins; null if there are no fractions.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string> YearlyUnitPriceDecimal { get; init; }
}
