using System.Text.Json.Serialization;
using Schematic.Contracts.Billing;
using Schematic.Contracts.Credits;
using Schematic.Contracts.Events;
using Schematic.Contracts.Features;
using Schematic.Contracts.Plans;

namespace Schematic.Contracts.Entitlements;

/// <summary>A feature that a company may use: its limit, its usage and their price.</summary>
public record FeatureUsageResponseData
{
    /// <summary>True if a further use is allowed.</summary>
    public required bool Access { get; init; }

    /// <summary>Limit of usage; null if it is unlimited or usage draws credits.</summary>
    public long? Allocation { get; init; }

    /// <summary>Kind of value that limits usage.</summary>
    public required EntitlementValueType AllocationType { get; init; }

    /// <summary>
    /// Everything that speaks of the feature, with what became of it; left out unless the query asks for it. Not in
    /// the published description.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<EntitlementCandidateResponseData>? Candidates { get; init; }

    /// <summary>Override that gives the limit; left out if the plan does.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CompanyOverrideResponseData? CompanyOverride { get; init; }

    /// <summary>Credits that one unit of usage costs; null unless usage draws credits.</summary>
    public double? CreditConsumptionRate { get; init; }

    /// <summary>Credits granted, by origin of the grant; left out unless usage draws credits.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, double>? CreditGrantCounts { get; init; }

    /// <summary>Grants that usage draws from; left out unless usage draws credits.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<CreditGrantDetail>? CreditGrantDetails { get; init; }

    /// <summary>Origin of the credits; null unless usage draws credits.</summary>
    public BillingCreditGrantReason? CreditGrantReason { get; init; }

    /// <summary>Credits left to spend; null unless usage draws credits.</summary>
    public double? CreditRemaining { get; init; }

    /// <summary>Deprecated: see <c>credit_remaining</c>.</summary>
    public double? CreditTotal { get; init; }

    /// <summary>Name of the icon shown with the credit; null if it has none.</summary>
    public string? CreditTypeIcon { get; init; }

    /// <summary>Credits used, by period; left out unless usage draws credits.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CreditUsageAggregation? CreditUsageAggregation { get; init; }

    /// <summary>Credits used so far; null unless usage draws credits.</summary>
    public double? CreditUsed { get; init; }

    /// <summary>
    /// Usage that counts as 100 %: the soft limit, the first price tier or the allocation; null if there is none.
    /// </summary>
    public long? EffectiveLimit { get; init; }

    /// <summary>Price of the next unit in minor units of the currency; null if usage is free of charge.</summary>
    public double? EffectivePrice { get; init; }

    /// <summary>Time at which the entitlement ends, in UTC; null if it never does.</summary>
    public DateTimeOffset? EntitlementExpirationDate { get; init; }

    /// <summary>Id of the entitlement or override.</summary>
    public required string EntitlementId { get; init; }

    /// <summary>Source of the entitlement: <c>plan</c> or <c>company_override</c>; null if unknown.</summary>
    public string? EntitlementSource { get; init; }

    /// <summary>Source of the entitlement.</summary>
    public required EntitlementType EntitlementType { get; init; }

    /// <summary>The feature that is used.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FeatureInPlanResponseData? Feature { get; init; }

    /// <summary>True if a limit exists, false if the trait that should hold it is missing; null if unknown.</summary>
    public bool? HasValidAllocation { get; init; }

    /// <summary>True if usage has no limit; null if unknown.</summary>
    public bool? IsUnlimited { get; init; }

    /// <summary>Time at which the count restarts, in UTC; null if it never does.</summary>
    public DateTimeOffset? MetricResetAt { get; init; }

    /// <summary>Start of a monthly period; null unless the period is a month.</summary>
    public MetricPeriodMonthReset? MonthReset { get; init; }

    /// <summary>Price of usage if billed by the month; left out if not sold that way.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BillingPriceView? MonthlyUsageBasedPrice { get; init; }

    /// <summary>Usage above the soft limit; null unless overage is billed.</summary>
    public long? Overuse { get; init; }

    /// <summary>Usage in percent of <c>effective_limit</c>, above 100 if more is used; null without a limit.</summary>
    public double? PercentUsed { get; init; }

    /// <summary>Period over which usage is counted; null if it is not counted by period.</summary>
    public MetricPeriod? Period { get; init; }

    /// <summary>The plan that gives the limit; left out if none does.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PlanResponseData? Plan { get; init; }

    /// <summary>Entitlement of the plan that gives the limit; left out if an override does.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PlanEntitlementResponseData? PlanEntitlement { get; init; }

    /// <summary>Way in which usage is paid for; null if it is included in the plan.</summary>
    public EntitlementPriceBehavior? PriceBehavior { get; init; }

    /// <summary>Price of usage if billed by the quarter; left out if not sold that way.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BillingPriceView? QuarterlyUsageBasedPrice { get; init; }

    /// <summary>Usage from which overage is billed; null unless it is.</summary>
    public long? SoftLimit { get; init; }

    /// <summary>Usage so far; null if it is not measured or draws credits.</summary>
    public long? Usage { get; init; }

    /// <summary>Price of usage if billed by the year; left out if not sold that way.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BillingPriceView? YearlyUsageBasedPrice { get; init; }
}
