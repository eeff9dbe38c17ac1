using Schematic.Api.Entitlements.Pricing;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Events;

namespace Schematic.Api.Entitlements.Terms;

/// <summary>
/// Grant of one feature by one version of a plan or add-on, or by an override, before any company is looked at.
/// </summary>
internal sealed record EntitlementTerms
{
    /// <summary>Id of the plan entitlement, <c>pltl_…</c>, or of the override, <c>cmov_…</c>.</summary>
    public required string Id { get; init; }

    public required EntitlementSource Source { get; init; }

    public required EntitlementValueType ValueType { get; init; }

    /// <summary>Whether the company has the feature; null unless the value is boolean.</summary>
    public bool? ValueBool { get; init; }

    /// <summary>The hard limit; null unless the value is numeric.</summary>
    public long? ValueNumeric { get; init; }

    /// <summary>Id of the company trait that holds the limit; null unless the value is a trait.</summary>
    public string? ValueTraitId { get; init; }

    /// <summary>Id of the credit type that usage draws; null unless the value is a credit.</summary>
    public string? CreditId { get; init; }

    /// <summary>Cost of one unit of usage; null for one credit.</summary>
    public long? ConsumptionRateMicroCredits { get; init; }

    /// <summary>
    /// Period over which usage is counted; null if none is stated. Usage of an event feature is then counted from the
    /// beginning, as for <see cref="Contracts.Events.MetricPeriod.AllTime"/>.
    /// </summary>
    public MetricPeriod? MetricPeriod { get; init; }

    /// <summary>Start of a monthly period; null counts as the first of the month.</summary>
    public MetricPeriodMonthReset? MonthReset { get; init; }

    /// <summary>Usage from which overage is billed; null unless it is.</summary>
    public long? SoftLimit { get; init; }

    /// <summary>Way in which usage is paid for; null if it is included.</summary>
    public EntitlementPriceBehavior? PriceBehavior { get; init; }

    public EntitlementPrices Prices { get; init; } = EntitlementPrices.None;

    /// <summary>Time from which an override counts as absent; null if it never expires, and for plans.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Id of the plan or add-on; null for an override.</summary>
    public string? PlanId { get; init; }

    /// <summary>Id of the version of the plan or add-on; null for an override.</summary>
    public string? PlanVersionId { get; init; }

    /// <summary>
    /// True if usage has no hard limit: an unlimited value, or usage that is paid for as it comes without a number.
    /// </summary>
    public bool IsUnlimited =>
        ValueType == EntitlementValueType.Unlimited
        || this
            is {
                ValueType: EntitlementValueType.Numeric,
                ValueNumeric: null,
                PriceBehavior: EntitlementPriceBehavior.Overage
                    or EntitlementPriceBehavior.PayAsYouGo
                    or EntitlementPriceBehavior.Tier
            };

    public bool IsExpired(DateTimeOffset now) => ExpiresAt <= now;
}
