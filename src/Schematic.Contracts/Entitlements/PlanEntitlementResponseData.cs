using System.Text.Json.Serialization;
using Schematic.Contracts.Billing;
using Schematic.Contracts.Credits;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Events;
using Schematic.Contracts.Features;
using Schematic.Contracts.Plans;

namespace Schematic.Contracts.Entitlements;

/// <summary>A feature that a plan includes, and how much of it.</summary>
public sealed record PlanEntitlementResponseData
{
    /// <summary>
    /// Resource of the billing provider that the entitlement is linked to; left out if there is none.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BillingLinkedResourceResponseData? BillingLinkedResource { get; init; }

    /// <summary>Amount in minor units at which usage is invoiced before the period ends; null if never.</summary>
    public long? BillingThreshold { get; init; }

    /// <summary>Credits that one unit of usage costs; null unless usage draws credits.</summary>
    public double? ConsumptionRate { get; init; }

    /// <summary>Time of creation, in UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Prices of the entitlement, by currency.</summary>
    public required IReadOnlyList<EntitlementCurrencyPricesResponseData> CurrencyPrices { get; init; }

    /// <summary>Id of the environment it belongs to, <c>env_…</c>.</summary>
    public required string EnvironmentId { get; init; }

    /// <summary>The feature that is granted; left out if it was deleted.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FeatureResponseData? Feature { get; init; }

    /// <summary>Id of the feature, <c>feat_…</c>.</summary>
    public required string FeatureId { get; init; }

    /// <summary>Id of the entitlement, <c>pltl_…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Price of usage if billed by the month; left out if not sold that way.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BillingPriceView? MeteredMonthlyPrice { get; init; }

    /// <summary>Price of usage if billed by the quarter; left out if not sold that way.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BillingPriceView? MeteredQuarterlyPrice { get; init; }

    /// <summary>Price of usage if billed by the year; left out if not sold that way.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BillingPriceView? MeteredYearlyPrice { get; init; }

    /// <summary>Period over which usage is counted; null if it is not counted by period.</summary>
    public MetricPeriod? MetricPeriod { get; init; }

    /// <summary>Start of a monthly period; null unless the period is a month.</summary>
    public MetricPeriodMonthReset? MetricPeriodMonthReset { get; init; }

    /// <summary>The plan that gives the entitlement; left out if it was not asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PlanResponseData? Plan { get; init; }

    /// <summary>Id of the plan, <c>plan_…</c>.</summary>
    public required string PlanId { get; init; }

    /// <summary>Way in which usage is paid for; null if it is included in the plan.</summary>
    public EntitlementPriceBehavior? PriceBehavior { get; init; }

    /// <summary>Id of the flag rule that grants the entitlement, <c>rule_…</c>.</summary>
    public required string RuleId { get; init; }

    /// <summary>Id of the flag rule that denies once the limit is reached; null without a limit.</summary>
    public string? RuleIdUsageExceeded { get; init; }

    /// <summary>Usage from which overage is billed; null unless the price is of that kind.</summary>
    public long? SoftLimit { get; init; }

    /// <summary>Time of the last change, in UTC.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Product of the billing provider that usage is billed to; left out if there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BillingProductResponseData? UsageBasedProduct { get; init; }

    /// <summary>Units that are bought in advance; null unless usage is paid that way.</summary>
    public long? UsageQuantity { get; init; }

    /// <summary>True gives the feature; null unless the value is boolean.</summary>
    public bool? ValueBool { get; init; }

    /// <summary>Credit that usage draws; left out unless the value is credits.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BillingCreditResponseData? ValueCredit { get; init; }

    /// <summary>Limit of usage; null unless the value is numeric.</summary>
    public long? ValueNumeric { get; init; }

    /// <summary>Company trait that holds the limit; left out unless the value is a trait.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public EntityTraitDefinitionResponseData? ValueTrait { get; init; }

    /// <summary>Id of that trait, <c>trdf_…</c>; null unless the value is a trait.</summary>
    public string? ValueTraitId { get; init; }

    /// <summary>Kind of value, which says which of the <c>value_…</c> members counts.</summary>
    public required EntitlementValueType ValueType { get; init; }

    /// <summary>Usage at which a warning is sent; empty if the standard thresholds apply.</summary>
    public required IReadOnlyList<WarningTierResponseData> WarningTiers { get; init; }
}
