using System.ComponentModel.DataAnnotations;
using Schematic.Contracts.Billing;
using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Features;

/// <summary>Filters and page of <c>GET /features</c> and <c>GET /features/count</c>; a filter left out filters nothing.</summary>
public sealed record FeaturesQuery : Page
{
    /// <summary>Leaves out boolean features without an event, and adds boolean features to those of <see cref="FeatureType"/>.</summary>
    public bool? BooleanRequireEvent { get; init; }

    [MaxLength(100)]
    public IReadOnlyList<FeatureType>? FeatureType { get; init; }

    [MaxLength(100)]
    public IReadOnlyList<string>? Ids { get; init; }

    public BillingProviderType? ManagedBy { get; init; }

    /// <summary>Whose entitlements <see cref="WithoutPlanEntitlementFor"/> means; the latest published version when left out.</summary>
    public string? PlanVersionId { get; init; }

    /// <summary>Part of a name or id.</summary>
    [StringLength(512)]
    public string? Q { get; init; }

    /// <summary>The id of a company: features it has an override for are left out.</summary>
    public string? WithoutCompanyOverrideFor { get; init; }

    /// <summary>The id of a plan: features it has an entitlement for are left out.</summary>
    public string? WithoutPlanEntitlementFor { get; init; }
}
