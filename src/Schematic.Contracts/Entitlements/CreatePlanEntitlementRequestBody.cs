using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Schematic.Contracts.Billing;
using Schematic.Contracts.Events;

namespace Schematic.Contracts.Entitlements;

/// <summary>A feature that a plan is to include, and how much of it.</summary>
public sealed record CreatePlanEntitlementRequestBody
{
    /// <summary>Product of the billing provider that usage is billed to; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? BillingProductId { get; init; }

    /// <summary>
    /// Amount in minor units at which usage is invoiced early, 50 to 9,999,999,999,999; null for none.
    /// </summary>
    [Range(50, 9_999_999_999_999)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? BillingThreshold { get; init; }

    /// <summary>Credits that one unit of usage costs; null counts as 1.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? CreditConsumptionRate { get; init; }

    /// <summary>ISO 4217 code of the prices that name none, such as <c>usd</c>; null for the default.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Currency { get; init; }

    /// <summary>Prices in further currencies, at most 50; null for none.</summary>
    [MaxLength(50)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<CurrencyPriceRequestBody>? CurrencyPrices { get; init; }

    /// <summary>Id of the feature to include, <c>feat_…</c>; a version includes it once.</summary>
    public required string FeatureId { get; init; }

    /// <summary>Period over which usage is counted; null counts all time.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public MetricPeriod? MetricPeriod { get; init; }

    /// <summary>Start of a monthly period; null is the first of the month.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public MetricPeriodMonthReset? MetricPeriodMonthReset { get; init; }

    /// <summary>Deprecated: see <c>monthly_unit_price</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? MonthlyMeteredPriceId { get; init; }

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

    /// <summary>Deprecated: see <c>billing_product_id</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? OverageBillingProductId { get; init; }

    /// <summary>Id of the plan, <c>plan_…</c>.</summary>
    public required string PlanId { get; init; }

    /// <summary>
    /// Id of the draft to add to, <c>plvr_…</c>; null for the draft of the plan, which is made if there is none.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? PlanVersionId { get; init; }

    /// <summary>
    /// Way in which usage is paid for, which wins over <c>value_type</c>; null if it is included in the plan.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public EntitlementPriceBehavior? PriceBehavior { get; init; }

    /// <summary>Deprecated: see <c>monthly_price_tiers</c> and <c>yearly_price_tiers</c>.</summary>
    [MaxLength(100)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<CreatePriceTierRequestBody>? PriceTiers { get; init; }

    /// <summary>Deprecated: see <c>quarterly_unit_price</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? QuarterlyMeteredPriceId { get; init; }

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

    /// <summary>Usage from which overage is billed; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? SoftLimit { get; init; }

    /// <summary>Way in which price tiers add up; null is <c>graduated</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BillingTiersMode? TierMode { get; init; }

    /// <summary>Units that are bought in advance, 0 or more, stored for billing only; null for none.</summary>
    [Range(0, long.MaxValue)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? UsageQuantity { get; init; }

    /// <summary>True gives the feature; null unless the value is boolean.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? ValueBool { get; init; }

    /// <summary>Id of the credit that usage draws, <c>bilcr_…</c>; null unless the value is credits.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ValueCreditId { get; init; }

    /// <summary>Limit of usage; null unless the value is numeric.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? ValueNumeric { get; init; }

    /// <summary>
    /// Id of the company trait that holds the limit, <c>trdf_…</c>; null unless the value is a trait.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ValueTraitId { get; init; }

    /// <summary>Kind of value, which says which of the <c>value_…</c> members counts.</summary>
    public required EntitlementValueType ValueType { get; init; }

    /// <summary>Usage at which a warning is sent, at most one; null for the standard thresholds.</summary>
    [MaxLength(1)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<WarningTierRequestBody>? WarningTiers { get; init; }

    /// <summary>Deprecated: see <c>yearly_unit_price</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? YearlyMeteredPriceId { get; init; }

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
