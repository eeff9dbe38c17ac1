using System.ComponentModel.DataAnnotations;
using Schematic.Contracts.Billing;
using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Companies;

/// <summary>Filters, sort and page of <c>GET /companies</c> and <c>GET /companies/count</c>; a filter left out filters nothing.</summary>
public sealed record CompaniesQuery : Page
{
    [MaxLength(100)]
    public IReadOnlyList<string>? CreditTypeIds { get; init; }

    public bool? HasScheduledDowngrade { get; init; }

    [MaxLength(100)]
    public IReadOnlyList<string>? Ids { get; init; }

    public bool? MonetizedSubscriptions { get; init; }

    public string? PlanId { get; init; }

    [MaxLength(100)]
    public IReadOnlyList<string>? PlanIds { get; init; }

    public string? PlanVersionId { get; init; }

    /// <summary>Wins over <see cref="PlanVersionId"/>.</summary>
    [MaxLength(100)]
    public IReadOnlyList<string>? PlanVersionIds { get; init; }

    public bool? PlanVersionUnpublished { get; init; }

    /// <summary>Part of a name, a key value or a string trait; at most 512 characters.</summary>
    [StringLength(512)]
    public string? Q { get; init; }

    /// <summary>created_at, last_seen_at, name or updated_at.</summary>
    [StringLength(255)]
    public string? SortOrderColumn { get; init; }

    public SortDirection? SortOrderDirection { get; init; }

    [MaxLength(100)]
    public IReadOnlyList<SubscriptionStatus>? SubscriptionStatuses { get; init; }

    [MaxLength(100)]
    public IReadOnlyList<SubscriptionType>? SubscriptionTypes { get; init; }

    public string? WithEntitlementFor { get; init; }

    public bool? WithSubscription { get; init; }

    public string? WithoutFeatureOverrideFor { get; init; }

    public bool? WithoutPlan { get; init; }

    public bool? WithoutSubscription { get; init; }
}
