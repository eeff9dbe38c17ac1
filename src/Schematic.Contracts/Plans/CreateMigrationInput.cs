using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Schematic.Contracts.Plans;

/// <summary>Companies to move to another version of their plan.</summary>
public sealed record CreateMigrationInput
{
    /// <summary>Only these companies, <c>comp_…</c>, at most 10,000; null for all.</summary>
    [MaxLength(10_000)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? CompanyIds { get; init; }

    /// <summary>Companies that stay on their versions, <c>comp_…</c>, at most 10,000; null for none.</summary>
    [MaxLength(10_000)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? ExcludedCompanyIds { get; init; }

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

    /// <summary>Billing of the rest of the period; null for the default of the provider.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public MigrationProrationBehavior? ProrationBehavior { get; init; }

    /// <summary>Treatment of the companies: <c>leave</c> moves none.</summary>
    public required PlanVersionMigrationStrategy Strategy { get; init; }

    /// <summary>Plan or add-on, as the plan is.</summary>
    public required PlanType TargetPlanType { get; init; }
}
