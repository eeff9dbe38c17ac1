using System.Text.Json.Serialization;
using Schematic.Contracts.Billing;
using Schematic.Contracts.Credits;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Events;
using Schematic.Contracts.Features;
using Schematic.Contracts.Plans;

namespace Schematic.Contracts.Entitlements;

public sealed record PlanEntitlementResponseData
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BillingLinkedResourceResponseData? BillingLinkedResource { get; init; }

    public long? BillingThreshold { get; init; }

    public double? ConsumptionRate { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required IReadOnlyList<EntitlementCurrencyPricesResponseData> CurrencyPrices { get; init; }

    public required string EnvironmentId { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FeatureResponseData? Feature { get; init; }

    public required string FeatureId { get; init; }

    public required string Id { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BillingPriceView? MeteredMonthlyPrice { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BillingPriceView? MeteredQuarterlyPrice { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BillingPriceView? MeteredYearlyPrice { get; init; }

    public MetricPeriod? MetricPeriod { get; init; }

    public MetricPeriodMonthReset? MetricPeriodMonthReset { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PlanResponseData? Plan { get; init; }

    public required string PlanId { get; init; }

    public EntitlementPriceBehavior? PriceBehavior { get; init; }

    public required string RuleId { get; init; }

    public string? RuleIdUsageExceeded { get; init; }

    public long? SoftLimit { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BillingProductResponseData? UsageBasedProduct { get; init; }

    public long? UsageQuantity { get; init; }

    public bool? ValueBool { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BillingCreditResponseData? ValueCredit { get; init; }

    public long? ValueNumeric { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public EntityTraitDefinitionResponseData? ValueTrait { get; init; }

    public string? ValueTraitId { get; init; }

    public required EntitlementValueType ValueType { get; init; }

    public required IReadOnlyList<WarningTierResponseData> WarningTiers { get; init; }
}
