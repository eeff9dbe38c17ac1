using System.ComponentModel.DataAnnotations;
using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Plans;

/// <summary>Filters and page of <c>GET /plans</c> and its count; null does not filter.</summary>
public sealed record PlansQuery : Page
{
    /// <summary>Only plans that this company, <c>comp_…</c>, has or may get.</summary>
    public string? CompanyId { get; init; }

    /// <summary>True keeps only custom plans, which one company alone may have.</summary>
    public bool? CompanyScopedOnly { get; init; }

    /// <summary>True leaves out custom plans.</summary>
    public bool? ExcludeCompanyScoped { get; init; }

    /// <summary>True keeps only plans that can be the fallback plan: not linked to billing.</summary>
    public bool? ForFallbackPlan { get; init; }

    /// <summary>
    /// True keeps only plans that can be the initial plan: not linked to billing, free of charge, or with a trial that
    /// ends by itself.
    /// </summary>
    public bool? ForInitialPlan { get; init; }

    /// <summary>True keeps only plans that can follow a trial: not linked to billing, or free of charge.</summary>
    public bool? ForTrialExpiryPlan { get; init; }

    /// <summary>True keeps only plans that a product of the billing provider sells.</summary>
    public bool? HasProductId { get; init; }

    /// <summary>Only plans with these ids, <c>plan_…</c>, at most 100.</summary>
    [MaxLength(100)]
    public IReadOnlyList<string>? Ids { get; init; }

    /// <summary>True shows the draft version of plans that have one, in place of the published version.</summary>
    public bool? IncludeDraftVersions { get; init; }

    /// <summary>Only plans, or only add-ons.</summary>
    public PlanType? PlanType { get; init; }

    /// <summary>Only plans whose name, description or id contains this text, at most 512 characters.</summary>
    [StringLength(512)]
    public string? Q { get; init; }

    /// <summary>Only custom plans of this company, <c>comp_…</c>.</summary>
    public string? ScopedToCompanyId { get; init; }

    /// <summary>True includes each plan's entitlements in the answer.</summary>
    public bool? WithEntitlements { get; init; }

    /// <summary>Only plans that have no entitlement for this feature, <c>feat_…</c>.</summary>
    public string? WithoutEntitlementFor { get; init; }

    /// <summary>True leaves out plans that a product with a price above zero sells.</summary>
    public bool? WithoutPaidProductId { get; init; }
}
