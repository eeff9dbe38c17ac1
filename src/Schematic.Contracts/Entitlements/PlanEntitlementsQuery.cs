using System.ComponentModel.DataAnnotations;
using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Entitlements;

/// <summary>Filters and page of <c>GET /plan-entitlements</c> and its count; null does not filter.</summary>
public sealed record PlanEntitlementsQuery : Page
{
    /// <summary>Only entitlements to this feature, <c>feat_…</c>.</summary>
    public string? FeatureId { get; init; }

    /// <summary>Only entitlements to one of these features, <c>feat_…</c>, at most 100.</summary>
    [MaxLength(100)]
    public IReadOnlyList<string>? FeatureIds { get; init; }

    /// <summary>Only entitlements with these ids, <c>pltl_…</c>, at most 100.</summary>
    [MaxLength(100)]
    public IReadOnlyList<string>? Ids { get; init; }

    /// <summary>Only entitlements of this plan, <c>plan_…</c>.</summary>
    public string? PlanId { get; init; }

    /// <summary>Only entitlements of one of these plans, <c>plan_…</c>, at most 100.</summary>
    [MaxLength(100)]
    public IReadOnlyList<string>? PlanIds { get; init; }

    /// <summary>
    /// Only entitlements of this version of a plan, <c>plvr_…</c>; null for published versions, and for the draft of a
    /// plan never published.
    /// </summary>
    public string? PlanVersionId { get; init; }

    /// <summary>Only entitlements of one of these versions, <c>plvr_…</c>, at most 100.</summary>
    [MaxLength(100)]
    public IReadOnlyList<string>? PlanVersionIds { get; init; }

    /// <summary>Only entitlements whose feature or plan has this text in its name, at most 512 characters.</summary>
    [StringLength(512)]
    public string? Q { get; init; }

    /// <summary>True keeps only entitlements whose usage a product of the billing provider bills.</summary>
    public bool? WithMeteredProducts { get; init; }
}
