using System.ComponentModel.DataAnnotations;
using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Plans;

/// <summary>Filters and page of <c>GET /plan-changes</c> and its count; null does not filter.</summary>
public sealed record PlanChangesQuery : Page
{
    /// <summary>Only changes by this operation.</summary>
    public PlanChangeAction? Action { get; init; }

    /// <summary>Only changes by this rule.</summary>
    public PlanChangeBasePlanAction? BasePlanAction { get; init; }

    /// <summary>Only changes of this company, <c>comp_…</c>.</summary>
    public string? CompanyId { get; init; }

    /// <summary>Only changes of one of these companies, <c>comp_…</c>, at most 100.</summary>
    [MaxLength(100)]
    public IReadOnlyList<string>? CompanyIds { get; init; }
}
