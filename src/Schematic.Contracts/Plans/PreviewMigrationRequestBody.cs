using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Schematic.Contracts.Plans;

/// <summary>A migration to try without carrying it out.</summary>
public sealed record PreviewMigrationRequestBody
{
    /// <summary>Only these companies, <c>comp_…</c>, at most 100; null for all.</summary>
    [MaxLength(100)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? CompanyIds { get; init; }

    /// <summary>Id of the plan, <c>plan_…</c>.</summary>
    public required string PlanId { get; init; }

    /// <summary>Id of the version to move to, <c>plvr_…</c>.</summary>
    public required string PlanVersionIdTo { get; init; }

    /// <summary>
    /// Only companies on one of these versions, <c>plvr_…</c>, at most 20; null for all but the target.
    /// </summary>
    [MaxLength(20)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? PlanVersionIdsFrom { get; init; }

    /// <summary>Plan or add-on, as the plan is.</summary>
    public required PlanType TargetPlanType { get; init; }
}
