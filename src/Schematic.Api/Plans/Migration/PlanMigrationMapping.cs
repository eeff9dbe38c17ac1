using System.Text.Json;
using Schematic.Contracts.Plans;

namespace Schematic.Api.Plans.Migration;

internal static class PlanMigrationMapping
{
    /// <param name="planId">Id of the plan.</param>
    /// <param name="targetId">Id of the version moved to.</param>
    public static PlanVersionMigrationResponseData ToContract(this PlanMigrationRow row, string planId, string targetId)
    {
        var from = JsonSerializer.Deserialize<IReadOnlyList<string>>(row.PlanVersionIdsFrom)!;
        return new PlanVersionMigrationResponseData
        {
            Id = row.Id,
            PlanId = planId,
            PlanVersionIdTo = targetId,
            PlanVersionIdFrom = from is [var only] ? only : null,
            PlanVersionIdsFrom = from,
            Strategy = row.Strategy,
            ProrationBehavior = row.ProrationBehavior,
            Status = row.Status,
            Error = row.Error,
            TotalCompanies = row.TotalCompanies,
            CompletedCompanies = row.CompletedCompanies,
            FailedCompanies = row.FailedCompanies,
            SkippedCompanies = row.SkippedCompanies,
            CreatedAt = row.CreatedAt,
            UpdatedAt = row.UpdatedAt,
            StartedAt = row.StartedAt,
            CompletedAt = row.CompletedAt,
        };
    }
}
