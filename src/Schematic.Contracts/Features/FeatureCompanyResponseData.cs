using System.Text.Json.Serialization;
using Schematic.Contracts.Billing;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Credits;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Events;
using Schematic.Contracts.Plans;

namespace Schematic.Contracts.Features;

public sealed record FeatureCompanyResponseData
{
    public required bool Access { get; init; }

    public long? Allocation { get; init; }

    public required EntitlementValueType AllocationType { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CompanyDetailResponseData? Company { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CompanyOverrideResponseData? CompanyOverride { get; init; }

    public double? CreditConsumptionRate { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, double>? CreditGrantCounts { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<CreditGrantDetail>? CreditGrantDetails { get; init; }

    public BillingCreditGrantReason? CreditGrantReason { get; init; }

    public double? CreditRemaining { get; init; }

    /// <summary>Deprecated: <see cref="CreditRemaining"/> has it.</summary>
    public double? CreditTotal { get; init; }

    public string? CreditTypeIcon { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CreditUsage? CreditUsage { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CreditUsageAggregation? CreditUsageAggregation { get; init; }

    public double? CreditUsed { get; init; }

    public long? EffectiveLimit { get; init; }

    public double? EffectivePrice { get; init; }

    public DateTimeOffset? EntitlementExpirationDate { get; init; }

    public required string EntitlementId { get; init; }

    public string? EntitlementSource { get; init; }

    public required EntitlementType EntitlementType { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FeatureInPlanResponseData? Feature { get; init; }

    public bool? HasValidAllocation { get; init; }

    public bool? IsUnlimited { get; init; }

    public DateTimeOffset? MetricResetAt { get; init; }

    public MetricPeriodMonthReset? MonthReset { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BillingPriceView? MonthlyUsageBasedPrice { get; init; }

    public long? Overuse { get; init; }

    /// <summary>0 to 100, and beyond where more is used than allowed.</summary>
    public double? PercentUsed { get; init; }

    public MetricPeriod? Period { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PlanResponseData? Plan { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PlanEntitlementResponseData? PlanEntitlement { get; init; }

    public EntitlementPriceBehavior? PriceBehavior { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BillingPriceView? QuarterlyUsageBasedPrice { get; init; }

    public long? SoftLimit { get; init; }

    public long? Usage { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BillingPriceView? YearlyUsageBasedPrice { get; init; }
}
