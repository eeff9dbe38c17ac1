using Microsoft.EntityFrameworkCore;
using Schematic.Api.Http;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Sql;
using Schematic.Contracts.Plans;

namespace Schematic.Api.Plans.Migration;

/// <summary>Begins a migration again for the companies that could not be moved.</summary>
internal sealed class PlanMigrationRetry(SchematicDb db, DateTimeOffset now)
{
    /// <exception cref="ApiException">
    /// 404 if there is no such migration; 409 if no company of it failed, or it has not ended.
    /// </exception>
    public async Task StartAsync(string id, CancellationToken cancellationToken)
    {
        var migration = await LockAsync(id, cancellationToken);
        if (!migration.HasEnded)
            throw ApiProblem.Conflict(
                "The migration is still moving companies. Wait until it has ended; nothing was changed."
            );
        if (migration.FailedCompanies == 0)
            throw ApiProblem.Conflict("Every company of the migration was dealt with, so there is none to retry.");
        await db.ExecuteAsync(
            new SqlText(
                $"""
                UPDATE plan_migration_companies SET status = {PlanVersionMigrationCompanyStatus.Pending}, error = NULL
                WHERE migration_seq = {migration.Seq} AND status = {PlanVersionMigrationCompanyStatus.Failed}
                """
            ),
            cancellationToken
        );
        migration.Status = PlanVersionMigrationStatus.InProgress;
        migration.FailedCompanies = 0;
        migration.ReachedCompanySeq = 0;
        migration.Error = null;
        migration.CompletedAt = null;
        migration.UpdatedAt = now;
        PlanMigrations.TellChecks(db, migration);
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task<PlanMigrationRow> LockAsync(string id, CancellationToken cancellationToken)
    {
        await db.ExecuteAsync(
            new SqlText($"SELECT seq FROM plan_migrations WHERE id = {id}{new SqlLiteral(db.Dialect.ForUpdate)}"),
            cancellationToken
        );
        return await db.PlanMigrations.FirstOrDefaultAsync(row => row.Id == id, cancellationToken)
            ?? throw ApiProblem.NotFound("plan version migration", id);
    }
}
