using System.ComponentModel.DataAnnotations;
using Schematic.Contracts.Billing;
using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Companies;

/// <summary>Filters, sort and page of <c>GET /companies</c> and its count; null does not filter.</summary>
public sealed record CompaniesQuery : Page
{
    /// <summary>Only companies that hold one of these credit types, at most 100.</summary>
    [MaxLength(100)]
    public IReadOnlyList<string>? CreditTypeIds { get; init; }

    /// <summary>True keeps only companies that have a scheduled downgrade.</summary>
    public bool? HasScheduledDowngrade { get; init; }

    /// <summary>Only companies with these ids, <c>comp_…</c>, at most 100.</summary>
    [MaxLength(100)]
    public IReadOnlyList<string>? Ids { get; init; }

    /// <summary>True keeps only companies that have a subscription that costs money.</summary>
    public bool? MonetizedSubscriptions { get; init; }

    /// <summary>Only companies on this plan, <c>plan_…</c>.</summary>
    public string? PlanId { get; init; }

    /// <summary>Only companies on one of these plans, at most 100.</summary>
    [MaxLength(100)]
    public IReadOnlyList<string>? PlanIds { get; init; }

    /// <summary>Only companies on this version of a plan, <c>plvr_…</c>.</summary>
    public string? PlanVersionId { get; init; }

    /// <summary>Only companies on one of these plan versions, at most 100; wins over <c>plan_version_id</c>.</summary>
    [MaxLength(100)]
    public IReadOnlyList<string>? PlanVersionIds { get; init; }

    /// <summary>True keeps only companies on a plan version that is no longer the published one.</summary>
    public bool? PlanVersionUnpublished { get; init; }

    /// <summary>
    /// Words to find in names, key values and text traits, at most 512 characters; all must be found.
    /// </summary>
    [StringLength(512)]
    public string? Q { get; init; }

    /// <summary>
    /// Column to sort by: <c>created_at</c>, <c>last_seen_at</c>, <c>name</c> or <c>updated_at</c>; null is newest
    /// first.
    /// </summary>
    [StringLength(255)]
    public string? SortOrderColumn { get; init; }

    /// <summary>Direction of the sort; null sorts names ascending and times newest first.</summary>
    public SortDirection? SortOrderDirection { get; init; }

    /// <summary>Only companies with a subscription in one of these states, at most 100.</summary>
    [MaxLength(100)]
    public IReadOnlyList<SubscriptionStatus>? SubscriptionStatuses { get; init; }

    /// <summary>Only companies with a subscription of one of these types, at most 100.</summary>
    [MaxLength(100)]
    public IReadOnlyList<SubscriptionType>? SubscriptionTypes { get; init; }

    /// <summary>Only companies with a plan entitlement or an override for this feature, <c>feat_…</c>.</summary>
    public string? WithEntitlementFor { get; init; }

    /// <summary>
    /// Only companies that have an override for this feature, <c>feat_…</c>, expired or not. An addition of this
    /// server.
    /// </summary>
    public string? WithFeatureOverrideFor { get; init; }

    /// <summary>True keeps only companies that have a subscription.</summary>
    public bool? WithSubscription { get; init; }

    /// <summary>Only companies that have no override for this feature, <c>feat_…</c>.</summary>
    public string? WithoutFeatureOverrideFor { get; init; }

    /// <summary>True keeps only companies that have no plan.</summary>
    public bool? WithoutPlan { get; init; }

    /// <summary>True keeps only companies that have no subscription.</summary>
    public bool? WithoutSubscription { get; init; }
}
