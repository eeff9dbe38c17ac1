using System.ComponentModel.DataAnnotations;
using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Credits;

/// <summary>Filters and page of <c>GET /billing/credits/plan-grants</c> and its count; null does not filter.</summary>
public sealed record PlanCreditGrantsQuery : Page
{
    /// <summary>Only grants of this credit type, <c>bilcr_…</c>.</summary>
    public string? CreditId { get; init; }

    /// <summary>Only grants with these ids, <c>bpcg_…</c>, at most 100.</summary>
    [MaxLength(100)]
    public IReadOnlyList<string>? Ids { get; init; }

    /// <summary>Only grants of this plan, <c>plan_…</c>.</summary>
    public string? PlanId { get; init; }

    /// <summary>Only grants of one of these plans, <c>plan_…</c>, at most 100.</summary>
    [MaxLength(100)]
    public IReadOnlyList<string>? PlanIds { get; init; }

    /// <summary>
    /// Only grants of this version of a plan, <c>plvr_…</c>; null for published versions, and for the draft of a plan
    /// never published.
    /// </summary>
    public string? PlanVersionId { get; init; }

    /// <summary>Only grants of one of these versions, <c>plvr_…</c>, at most 100.</summary>
    [MaxLength(100)]
    public IReadOnlyList<string>? PlanVersionIds { get; init; }
}
