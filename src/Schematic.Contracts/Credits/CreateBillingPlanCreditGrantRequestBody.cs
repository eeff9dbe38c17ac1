using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Schematic.Contracts.Credits;

/// <summary>Credits that a plan is to include.</summary>
public sealed record CreateBillingPlanCreditGrantRequestBody
{
    /// <summary>True gives it to companies that have the plan already; null for no.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? ApplyToExisting { get; init; }

    /// <summary>Credits bought in one automatic top-up, 1 or more; null for none.</summary>
    [Range(1, long.MaxValue)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? AutoTopupAmount { get; init; }

    /// <summary>Unit of that amount; null for credits.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CreditAutoTopupAmountType? AutoTopupAmountType { get; init; }

    /// <summary>Control that companies have over top-up; null for <c>off</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BillingCreditAutoTopupAvailability? AutoTopupAvailability { get; init; }

    /// <summary>Deprecated: see <c>auto_topup_availability</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? AutoTopupEnabled { get; init; }

    /// <summary>Moment at which topped-up credits expire, a duration or never; null for never.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BillingCreditExpiryType? AutoTopupExpiryType { get; init; }

    /// <summary>Unit of their lifetime; null for days.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BillingCreditExpiryUnit? AutoTopupExpiryUnit { get; init; }

    /// <summary>Lifetime in that unit, 1 or more; null unless it is a duration.</summary>
    [Range(1, long.MaxValue)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? AutoTopupExpiryUnitCount { get; init; }

    /// <summary>Deprecated: see <c>auto_topup_availability</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? AutoTopupSelfService { get; init; }

    /// <summary>Balance at or below which a draw tops up, 0 or more; null for none.</summary>
    [Range(0, long.MaxValue)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? AutoTopupThresholdCredits { get; init; }

    /// <summary>The same in percent of the grant, 1 to 100; null for none.</summary>
    [Range(1, 100)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? AutoTopupThresholdPercent { get; init; }

    /// <summary>
    /// Deprecated, for bundles name their plans: true lets the plan's companies buy every bundle of the credit.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? CanBuyBundles { get; init; }

    /// <summary>Credits granted once per company beside those per license, 0 or more; null for none.</summary>
    [Range(0, 9_999_999_999)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? CompanyCreditAmount { get; init; }

    /// <summary>Credits in each grant, or per license, 0 or more.</summary>
    [Range(0, 9_999_999_999)]
    public required long CreditAmount { get; init; }

    /// <summary>Id of the credit type, <c>bilcr_…</c>.</summary>
    public required string CreditId { get; init; }

    /// <summary>Moment at which credits that are granted once expire; null for never.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BillingCreditExpiryType? ExpiryType { get; init; }

    /// <summary>Unit of <c>expiry_unit_count</c>; null for days.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BillingCreditExpiryUnit? ExpiryUnit { get; init; }

    /// <summary>Lifetime in that unit, 1 or more; null unless it is a duration.</summary>
    [Range(1, long.MaxValue)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? ExpiryUnitCount { get; init; }

    /// <summary>Id of the license whose count multiplies the grant; null unless it scales per license.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? LicenseId { get; init; }

    /// <summary>Id of the plan, <c>plan_…</c>.</summary>
    public required string PlanId { get; init; }

    /// <summary>
    /// Id of the version to add it to, <c>plvr_…</c>; null for the draft of the plan, which is made if there is none.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? PlanVersionId { get; init; }

    /// <summary>Interval of the grants; not used if they are granted once.</summary>
    public required BillingPlanCreditGrantResetCadence ResetCadence { get; init; }

    /// <summary>Day from which intervals of a month or longer are counted.</summary>
    public required BillingPlanCreditGrantResetStart ResetStart { get; init; }

    /// <summary>Repetition of the grant; null for <c>plan_period</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BillingPlanCreditGrantResetType? ResetType { get; init; }

    /// <summary>
    /// Percent of unused credits carried over at a reset, 0 to 100, by the month or longer only; null for 0.
    /// </summary>
    [Range(0, 100)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? RolloverPercentage { get; init; }

    /// <summary>Relation of the amount to the number of licenses; null for <c>fixed</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PlanCreditGrantScaling? Scaling { get; init; }
}
