using System.Text.Json.Serialization;

namespace Schematic.Contracts.Credits;

/// <summary>One movement of credits of one grant. Rows of the ledger never change.</summary>
public sealed record CreditEventLedgerResponseData
{
    /// <summary>Credits that the balance changed by: negative for usage, positive for grants and refunds.</summary>
    public required double Amount { get; init; }

    /// <summary>Id of the automatic top-up; null for any other movement.</summary>
    public string? AutoTopupLogId { get; init; }

    /// <summary>
    /// Credits of this type that the company held after the movement, remaining and reserved, in the order of
    /// <c>source_id</c>. An addition to the published API.
    /// </summary>
    public double? BalanceAfter { get; init; }

    /// <summary>Id of the bundle that was bought, <c>bcbn_…</c>; null unless one was.</summary>
    public string? BillingCreditBundleId { get; init; }

    /// <summary>Id of the credit type, <c>bilcr_…</c>.</summary>
    public required string BillingCreditId { get; init; }

    /// <summary>The company; left out if it was deleted.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CompanyLedgerResponseData? Company { get; init; }

    /// <summary>Id of the company, <c>comp_…</c>.</summary>
    public required string CompanyId { get; init; }

    /// <summary>The credit type; left out if it was deleted.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BillingCreditLedgerResponseData? Credit { get; init; }

    /// <summary>Display name of the credit.</summary>
    public required string CreditName { get; init; }

    /// <summary>Id of the environment it belongs to, <c>env_…</c>.</summary>
    public required string EnvironmentId { get; init; }

    /// <summary>Time of the movement, in UTC.</summary>
    public required DateTimeOffset EventAt { get; init; }

    /// <summary>Id of the row.</summary>
    public required string EventId { get; init; }

    /// <summary>Kind of movement.</summary>
    public required CreditEventType EventType { get; init; }

    /// <summary>Moment at which granted credits expire; null unless credits were granted.</summary>
    public BillingCreditExpiryType? ExpiryType { get; init; }

    /// <summary>Unit of their lifetime; null unless it is a duration.</summary>
    public BillingCreditExpiryUnit? ExpiryUnit { get; init; }

    /// <summary>Lifetime in that unit; null unless it is a duration.</summary>
    public long? ExpiryUnitCount { get; init; }

    /// <summary>The feature that was used; left out unless one was.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FeatureLedgerResponseData? Feature { get; init; }

    /// <summary>Id of the feature that was used, <c>feat_…</c>; null unless one was.</summary>
    public string? FeatureId { get; init; }

    /// <summary>Id of the grant that a transfer took from; null for any other movement.</summary>
    public string? FromGrantId { get; init; }

    /// <summary>Time at which the grant expires, in UTC; null if it never does.</summary>
    public DateTimeOffset? GrantExpiresAt { get; init; }

    /// <summary>Id of the grant that moved, <c>bcgr_…</c>; null for usage that no grant covered.</summary>
    public string? GrantId { get; init; }

    /// <summary>Credits granted by it; null without a grant.</summary>
    public double? GrantQuantity { get; init; }

    /// <summary>Credits left of it after the movement; null without a grant.</summary>
    public double? GrantQuantityRemaining { get; init; }

    /// <summary>Origin of the grant; null without one.</summary>
    public BillingCreditGrantReason? GrantReason { get; init; }

    /// <summary>Time from which it can be spent, in UTC; null if at once.</summary>
    public DateTimeOffset? GrantValidFrom { get; init; }

    /// <summary>Id of the plan that included it, <c>plan_…</c>; null unless one did.</summary>
    public string? PlanId { get; init; }

    /// <summary>Credits used, negative if returned; null unless this is usage.</summary>
    public double? QuantityConsumed { get; init; }

    /// <summary>Credits removed; null unless the grant was zeroed out.</summary>
    public double? QuantityRemainingAtZeroOut { get; init; }

    /// <summary>Position in the ledger; grows with every row.</summary>
    public required long SourceId { get; init; }

    /// <summary>Id of the grant that a transfer gave to; null for any other movement.</summary>
    public string? ToGrantId { get; init; }

    /// <summary>Id of the event that used the credits, <c>evt_…</c>; null unless one did.</summary>
    public string? UsageEventId { get; init; }

    /// <summary>Cause of the usage; null unless this is usage.</summary>
    public CreditUsageReason? UsageReason { get; init; }

    /// <summary>Cause of the removal; null unless the grant was zeroed out.</summary>
    public BillingCreditGrantZeroedOutReason? ZeroedOutReason { get; init; }
}
