using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Events;

namespace Schematic.Api.Entitlements.Terms;

/// <summary>
/// The value of a plan entitlement or an override as a request gives it; absent and null are the same.
/// </summary>
internal sealed record EntitlementValues
{
    public required EntitlementValueType ValueType { get; init; }

    public bool? ValueBool { get; init; }

    public long? ValueNumeric { get; init; }

    public string? ValueTraitId { get; init; }

    public string? ValueCreditId { get; init; }

    /// <summary>Credits that one unit of usage draws.</summary>
    public double? CreditConsumptionRate { get; init; }

    public MetricPeriod? MetricPeriod { get; init; }

    public MetricPeriodMonthReset? MetricPeriodMonthReset { get; init; }

    /// <summary>Null for overrides, whose usage is not sold.</summary>
    public EntitlementPriceBehavior? PriceBehavior { get; init; }

    public long? SoftLimit { get; init; }

    /// <summary>Amount in minor units at which usage is billed before the period ends.</summary>
    public long? BillingThreshold { get; init; }

    /// <summary>Quantity that a company commits to; stored only.</summary>
    public long? UsageQuantity { get; init; }
}
