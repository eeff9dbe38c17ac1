using Schematic.Api.Credits.Ledger;
using Schematic.Api.Persistence.Sql;

namespace Schematic.Api.Credits.Accounts;

/// <summary>Parts of accounts as rows of their tables, for statements that write any number of them.</summary>
internal static class CreditAccountRows
{
    public static SqlRows NewGrants() =>
        new SqlRows(
            "id",
            "environment_seq",
            "company_seq",
            "credit_type_seq",
            "number",
            "reason",
            "quantity_micro_credits",
            "remaining_micro_credits",
            "held_micro_credits",
            "removed_micro_credits",
            "valid_from",
            "expires_at",
            "zeroed_out_at",
            "zeroed_out_reason",
            "takes_refunds",
            "source_number",
            "plan_seq",
            "plan_grant_seq",
            "bundle_seq",
            "scales_per_license",
            "currency",
            "note",
            "is_open",
            "updated_at"
        )
            .WithType<DateTimeOffset>("expires_at", "zeroed_out_at")
            .WithType<int>("zeroed_out_reason", "plan_seq", "plan_grant_seq", "bundle_seq")
            .WithType<long>("source_number");

    public static object?[] Values(
        int environmentSeq,
        AccountKey key,
        CreditGrant grant,
        NewGrant description,
        DateTimeOffset now
    ) =>
        [
            description.Id,
            environmentSeq,
            key.CompanySeq,
            key.CreditTypeSeq,
            grant.Number,
            (int)grant.Reason,
            grant.QuantityMicroCredits,
            grant.RemainingMicroCredits,
            grant.HeldMicroCredits,
            grant.RemovedMicroCredits,
            grant.ValidFrom,
            grant.ExpiresAt,
            grant.ZeroedOutAt,
            (int?)grant.ZeroedOutReason,
            grant.TakesRefunds,
            grant.SourceNumber,
            grant.Origin.PlanSeq,
            grant.Origin.PlanGrantSeq,
            grant.Origin.BundleSeq,
            grant.Origin.ScalesPerLicense,
            description.Currency,
            description.Note,
            grant.IsOpen,
            now,
        ];

    public static SqlRows ChangedGrants() =>
        new SqlRows(
            "seq",
            "quantity_micro_credits",
            "remaining_micro_credits",
            "held_micro_credits",
            "removed_micro_credits",
            "expires_at",
            "zeroed_out_at",
            "zeroed_out_reason",
            "is_open",
            "updated_at"
        )
            .WithType<DateTimeOffset>("expires_at", "zeroed_out_at")
            .WithType<int>("zeroed_out_reason");

    public static SqlRows NewRenewals() =>
        WithTypes(
            new SqlRows([
                "environment_seq",
                "company_seq",
                "credit_type_seq",
                "enrolled_at",
                "billing_start",
                .. RenewalColumns,
            ]).WithType<DateTimeOffset>("billing_start")
        );

    public static object?[] Values(int environmentSeq, AccountKey key, CreditRenewal renewal) =>
        [
            environmentSeq,
            key.CompanySeq,
            key.CreditTypeSeq,
            renewal.EnrolledAt,
            renewal.BillingStart,
            .. Values(renewal),
        ];

    public static SqlRows ChangedRenewals() => WithTypes(new SqlRows(["seq", .. RenewalColumns]));

    public static object?[] ChangedValues(CreditRenewal renewal) => [renewal.Seq, .. Values(renewal)];

    private static readonly string[] RenewalColumns =
    [
        "quantity_micro_credits",
        "cadence",
        "follows_billing",
        "reason",
        "resets",
        "rollover_percentage",
        "expiry_type",
        "expiry_unit",
        "expiry_unit_count",
        "plan_seq",
        "plan_grant_seq",
        "bundle_seq",
        "next_at",
        "current_number",
        "licenses",
        "topup_amount_micro_credits",
        "topup_threshold_micro_credits",
        "topup_expiry_type",
        "topup_expiry_unit",
        "topup_expiry_unit_count",
    ];

    private static SqlRows WithTypes(SqlRows renewals) =>
        renewals
            .WithType<long>(
                "expiry_unit_count",
                "current_number",
                "licenses",
                "topup_amount_micro_credits",
                "topup_threshold_micro_credits",
                "topup_expiry_unit_count"
            )
            .WithType<int>(
                "cadence",
                "plan_seq",
                "plan_grant_seq",
                "bundle_seq",
                "topup_expiry_type",
                "topup_expiry_unit"
            )
            .WithType<DateTimeOffset>("next_at");

    private static object?[] Values(CreditRenewal renewal)
    {
        var terms = renewal.Terms;
        return
        [
            terms.QuantityMicroCredits,
            (int?)terms.Cadence,
            terms.FollowsBilling,
            (int)terms.Reason,
            terms.Resets,
            terms.RolloverPercentage,
            (int)terms.Lifetime.Type,
            (int)terms.Lifetime.Unit,
            terms.Lifetime.Count,
            terms.Origin.PlanSeq,
            terms.Origin.PlanGrantSeq,
            terms.Origin.BundleSeq,
            renewal.NextAt,
            renewal.CurrentNumber,
            terms.Licenses,
            terms.Topup?.AmountMicroCredits,
            terms.Topup?.ThresholdMicroCredits,
            (int?)terms.Topup?.Lifetime.Type,
            (int?)terms.Topup?.Lifetime.Unit,
            terms.Topup?.Lifetime.Count,
        ];
    }

    public static SqlRows NewLeases() =>
        new SqlRows(
            "id",
            "environment_seq",
            "company_seq",
            "credit_type_seq",
            "granted_micro_credits",
            "committed_micro_credits",
            "created_at",
            "updated_at",
            "expires_at",
            "released_at"
        ).WithType<DateTimeOffset>("released_at");

    public static object?[] Values(int environmentSeq, AccountKey key, CreditLease lease) =>
        [
            lease.Id,
            environmentSeq,
            key.CompanySeq,
            key.CreditTypeSeq,
            lease.GrantedMicroCredits,
            lease.CommittedMicroCredits,
            lease.CreatedAt,
            lease.UpdatedAt,
            lease.ExpiresAt,
            lease.ReleasedAt,
        ];

    public static SqlRows ChangedLeases() =>
        new SqlRows(
            "seq",
            "granted_micro_credits",
            "committed_micro_credits",
            "updated_at",
            "expires_at",
            "released_at"
        ).WithType<DateTimeOffset>("released_at");

    public static object?[] Values(long seq, CreditLease lease) =>
        [
            seq,
            lease.GrantedMicroCredits,
            lease.CommittedMicroCredits,
            lease.UpdatedAt,
            lease.ExpiresAt,
            lease.ReleasedAt,
        ];

    public static SqlRows Movements() =>
        new SqlRows(
            "environment_seq",
            "company_seq",
            "credit_type_seq",
            "grant_number",
            "event_type",
            "usage_reason",
            "zeroed_out_reason",
            "amount_micro_credits",
            "remaining_delta",
            "held_delta",
            "remaining_after",
            "settled_after",
            "to_grant_number",
            "event_at",
            "usage_event_id",
            "feature_seq"
        )
            .WithType<long>("grant_number", "to_grant_number")
            .WithType<int>("usage_reason", "zeroed_out_reason", "feature_seq");

    public static object?[] Values(int environmentSeq, AccountKey key, CreditMovement movement) =>
        [
            environmentSeq,
            key.CompanySeq,
            key.CreditTypeSeq,
            movement.Grant?.Number,
            (int)movement.Type,
            (int?)movement.UsageReason,
            (int?)movement.ZeroedOutReason,
            movement.AmountMicroCredits,
            movement.RemainingDelta,
            movement.HeldDelta,
            movement.RemainingAfter,
            movement.SettledAfter,
            movement.ToGrant?.Number,
            movement.Cause.At,
            movement.Cause.EventId,
            movement.Cause.FeatureSeq,
        ];

    public static SqlRows Balances() =>
        new SqlRows(
            "seq",
            "remaining_micro_credits",
            "reserved_micro_credits",
            "total_micro_credits",
            "last_number",
            "next_due_at"
        ).WithType<DateTimeOffset>("next_due_at");
}
