using System.Text.Json.Serialization;
using Schematic.Contracts.Credits;

namespace Schematic.Contracts.Plans;

/// <summary>
/// Credits that a company's plan includes, with the plan's terms and the company's own top-up settings.
/// </summary>
public sealed record CompanyPlanCreditGrantView
{
    /// <summary>Credits bought in one automatic top-up; null if top-up is not set up.</summary>
    public long? BillingCreditAutoTopupAmount { get; init; }

    /// <summary>Unit of <c>billing_credit_auto_topup_amount</c>; null if top-up is not set up.</summary>
    public string? BillingCreditAutoTopupAmountType { get; init; }

    /// <summary>Control that the company has over top-up; null if top-up is not set up.</summary>
    public BillingCreditAutoTopupAvailability? BillingCreditAutoTopupAvailability { get; init; }

    /// <summary>True if the plan tops credits up automatically.</summary>
    public required bool BillingCreditAutoTopupEnabled { get; init; }

    /// <summary>Moment at which topped-up credits expire; null if top-up is not set up.</summary>
    public BillingCreditExpiryType? BillingCreditAutoTopupExpiryType { get; init; }

    /// <summary>Unit of the lifetime of topped-up credits; null unless it is a duration.</summary>
    public BillingCreditExpiryUnit? BillingCreditAutoTopupExpiryUnit { get; init; }

    /// <summary>Lifetime of topped-up credits in that unit; null unless it is a duration.</summary>
    public long? BillingCreditAutoTopupExpiryUnitCount { get; init; }

    /// <summary>True if the company may change its own top-up settings.</summary>
    public required bool BillingCreditAutoTopupSelfService { get; init; }

    /// <summary>Balance in credits at or below which a draw tops up; null if none is set.</summary>
    public long? BillingCreditAutoTopupThresholdCredits { get; init; }

    /// <summary>The same threshold in percent of the grant, 1 to 100; null if none is set.</summary>
    public long? BillingCreditAutoTopupThresholdPercent { get; init; }

    /// <summary>True if the company may buy bundles of this credit.</summary>
    public required bool BillingCreditCanBuyBundles { get; init; }

    /// <summary>Credits per top-up that the company chose; null if the plan's amount applies.</summary>
    public long? CompanyAutoTopupAmount { get; init; }

    /// <summary>True if the company switched top-up on, false if off; null if the plan's setting applies.</summary>
    public bool? CompanyAutoTopupEnabled { get; init; }

    /// <summary>Threshold in credits that the company chose; null if the plan's applies.</summary>
    public long? CompanyAutoTopupThresholdCredits { get; init; }

    /// <summary>Credits granted once per company, beside those per license.</summary>
    public required long CompanyCreditAmount { get; init; }

    /// <summary>Time of creation, in UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The granted credit type; left out if it was deleted.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BillingCreditView? Credit { get; init; }

    /// <summary>Credits in each grant, or per license if <c>scaling</c> is <c>per_license</c>.</summary>
    public required long CreditAmount { get; init; }

    /// <summary>Deprecated: see <c>credit.description</c>.</summary>
    public required string CreditDescription { get; init; }

    /// <summary>Deprecated: see <c>credit.icon</c>.</summary>
    public string? CreditIcon { get; init; }

    /// <summary>Id of the granted credit type.</summary>
    public required string CreditId { get; init; }

    /// <summary>Deprecated: see <c>credit.name</c>.</summary>
    public required string CreditName { get; init; }

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
    public GenericPreviewObject? Plan { get; init; }

    /// <summary>Id of the plan that includes the credits, <c>plan_…</c>.</summary>
    public required string PlanId { get; init; }

    /// <summary>Id of the plan's version, <c>plvr_…</c>; null if the grant belongs to no version.</summary>
    public string? PlanVersionId { get; init; }

    /// <summary>Deprecated: see <c>credit.plural_name</c>.</summary>
    public string? PluralName { get; init; }

    /// <summary>Interval of the grants; null if granted once.</summary>
    public BillingPlanCreditGrantResetCadence? ResetCadence { get; init; }

    /// <summary>Day from which the interval is counted; null if granted once.</summary>
    public BillingPlanCreditGrantResetStart? ResetStart { get; init; }

    /// <summary>Repetition of the grant.</summary>
    public required BillingPlanCreditGrantResetType ResetType { get; init; }

    /// <summary>Percent of unused credits carried over at a reset, 0 to 100.</summary>
    public required long RolloverPercentage { get; init; }

    /// <summary>Relation of the amount to the number of licenses.</summary>
    public required PlanCreditGrantScaling Scaling { get; init; }

    /// <summary>Deprecated: see <c>credit.singular_name</c>.</summary>
    public string? SingularName { get; init; }

    /// <summary>Time of the last change, in UTC.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }
}
