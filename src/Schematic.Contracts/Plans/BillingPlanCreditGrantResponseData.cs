using System.Text.Json.Serialization;
using Schematic.Contracts.Credits;

namespace Schematic.Contracts.Plans;

/// <summary>Credits that a plan includes, and the terms on which they are granted.</summary>
public sealed record BillingPlanCreditGrantResponseData
{
    /// <summary>Credits bought in one automatic top-up; null if top-up is not set up.</summary>
    public long? AutoTopupAmount { get; init; }

    /// <summary>Unit of <c>auto_topup_amount</c>; null if top-up is not set up.</summary>
    public string? AutoTopupAmountType { get; init; }

    /// <summary>Control that companies have over top-up.</summary>
    public required BillingCreditAutoTopupAvailability AutoTopupAvailability { get; init; }

    /// <summary>Deprecated: see <c>auto_topup_availability</c>.</summary>
    public required bool AutoTopupEnabled { get; init; }

    /// <summary>Moment at which topped-up credits expire; null if top-up is not set up.</summary>
    public BillingCreditExpiryType? AutoTopupExpiryType { get; init; }

    /// <summary>Unit of the lifetime of topped-up credits; null unless it is a duration.</summary>
    public BillingCreditExpiryUnit? AutoTopupExpiryUnit { get; init; }

    /// <summary>Lifetime of topped-up credits in that unit; null unless it is a duration.</summary>
    public long? AutoTopupExpiryUnitCount { get; init; }

    /// <summary>Deprecated: see <c>auto_topup_availability</c>.</summary>
    public required bool AutoTopupSelfService { get; init; }

    /// <summary>Balance in credits at or below which a draw tops up; null if none is set.</summary>
    public long? AutoTopupThresholdCredits { get; init; }

    /// <summary>The same threshold in percent of the grant, 1 to 100; null if none is set.</summary>
    public long? AutoTopupThresholdPercent { get; init; }

    /// <summary>
    /// Deprecated, for bundles name their plans: true if companies on the plan may buy bundles of the credit.
    /// </summary>
    public required bool CanBuyBundles { get; init; }

    /// <summary>
    /// Credits granted once per company, beside those per license; 0 if <c>scaling</c> is <c>fixed</c>.
    /// </summary>
    public required long CompanyCreditAmount { get; init; }

    /// <summary>Time of creation, in UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The granted credit type; left out if it was deleted.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BillingCreditResponseData? Credit { get; init; }

    /// <summary>Credits in each grant, or per license if <c>scaling</c> is <c>per_license</c>.</summary>
    public required long CreditAmount { get; init; }

    /// <summary>Id of the granted credit type, <c>bilcr_…</c>.</summary>
    public required string CreditId { get; init; }

    /// <summary>Deprecated: see <c>credit.name</c>.</summary>
    public required string CreditName { get; init; }

    /// <summary>Deprecated: see <c>credit.plural_name</c>.</summary>
    public string? CreditPluralName { get; init; }

    /// <summary>Deprecated: see <c>credit.singular_name</c>.</summary>
    public string? CreditSingularName { get; init; }

    /// <summary>Moment at which the credits expire; null for a grant that is reset each period.</summary>
    public BillingCreditExpiryType? ExpiryType { get; init; }

    /// <summary>Unit of <c>expiry_unit_count</c>; null unless the credits expire after a duration.</summary>
    public BillingCreditExpiryUnit? ExpiryUnit { get; init; }

    /// <summary>Lifetime of the credits, in <c>expiry_unit</c>; null unless they expire after a duration.</summary>
    public long? ExpiryUnitCount { get; init; }

    /// <summary>Id of the plan's grant, <c>bpcg_…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Id of the license whose count multiplies the grant; null unless it scales per license.</summary>
    public string? LicenseId { get; init; }

    /// <summary>The plan that includes the credits; left out if it was deleted.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PreviewObjectResponseData? Plan { get; init; }

    /// <summary>Id of the plan that includes the credits, <c>plan_…</c>.</summary>
    public required string PlanId { get; init; }

    /// <summary>Deprecated: see <c>plan.name</c>.</summary>
    public required string PlanName { get; init; }

    /// <summary>Id of the plan's version, <c>plvr_…</c>; null if the grant belongs to no version.</summary>
    public string? PlanVersionId { get; init; }

    /// <summary>Interval of the grants; null if granted once.</summary>
    public BillingPlanCreditGrantResetCadence? ResetCadence { get; init; }

    /// <summary>Day from which the interval is counted; null if granted once.</summary>
    public BillingPlanCreditGrantResetStart? ResetStart { get; init; }

    /// <summary>Repetition of the grant; null counts as <c>no_reset</c>.</summary>
    public BillingPlanCreditGrantResetType? ResetType { get; init; }

    /// <summary>Percent of unused credits carried over at a reset, 0 to 100.</summary>
    public required long RolloverPercentage { get; init; }

    /// <summary>Relation of the amount to the number of licenses.</summary>
    public required PlanCreditGrantScaling Scaling { get; init; }

    /// <summary>Time of the last change, in UTC.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }
}
