using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Plans;

/// <summary>Filters and page of <c>GET /plan-version-migrations</c> and its count.</summary>
public sealed record MigrationsQuery : Page
{
    /// <summary>Id of a version that companies are moved to or from, <c>plvr_…</c>.</summary>
    public required string PlanVersionId { get; init; }

    /// <summary>Only migrations with this progress; null does not filter.</summary>
    public PlanVersionMigrationStatus? Status { get; init; }
}
