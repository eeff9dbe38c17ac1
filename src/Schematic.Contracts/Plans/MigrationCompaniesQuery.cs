using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Plans;

/// <summary>Filters and page of <c>GET /plan-version-migrations/{id}/companies</c> and its count.</summary>
public sealed record MigrationCompaniesQuery : Page
{
    /// <summary>Only companies with this progress; null does not filter.</summary>
    public PlanVersionMigrationCompanyStatus? Status { get; init; }
}
