using System.ComponentModel.DataAnnotations;
using Schematic.Contracts.Billing;
using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Features;

/// <summary>Filters and page of <c>GET /features</c> and its count; null does not filter.</summary>
public sealed record FeaturesQuery : Page
{
    /// <summary>
    /// True leaves out boolean features without an event, and adds the others to those of <c>feature_type</c>.
    /// </summary>
    public bool? BooleanRequireEvent { get; init; }

    /// <summary>Only features of one of these types, at most 100.</summary>
    [MaxLength(100)]
    public IReadOnlyList<FeatureType>? FeatureType { get; init; }

    /// <summary>Only features with these ids, <c>feat_…</c>, at most 100.</summary>
    [MaxLength(100)]
    public IReadOnlyList<string>? Ids { get; init; }

    /// <summary>Only features that this billing provider manages; <c>schematic</c> for none.</summary>
    public BillingProviderType? ManagedBy { get; init; }

    /// <summary>
    /// Version whose entitlements <c>without_plan_entitlement_for</c> means; null is the latest published one.
    /// </summary>
    public string? PlanVersionId { get; init; }

    /// <summary>Only features whose name or id contains this text, at most 512 characters.</summary>
    [StringLength(512)]
    public string? Q { get; init; }

    /// <summary>Only features that this company, <c>comp_…</c>, has no override for.</summary>
    public string? WithoutCompanyOverrideFor { get; init; }

    /// <summary>Only features that this plan, <c>plan_…</c>, has no entitlement for.</summary>
    public string? WithoutPlanEntitlementFor { get; init; }
}
