using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Changes;
using Schematic.Contracts.Plans;

namespace Schematic.Api.Plans.Migration;

/// <summary>Questions about migrations that several classes ask.</summary>
internal static class PlanMigrations
{
    /// <summary>Migrations that have not ended, in the environment of the context.</summary>
    public static IQueryable<PlanMigrationRow> UnderWay(SchematicDb db) =>
        db.PlanMigrations.Where(static row =>
            row.Status == PlanVersionMigrationStatus.Pending || row.Status == PlanVersionMigrationStatus.InProgress
        );

    /// <summary>Lets checks know that companies count as moved from now on, or no longer.</summary>
    public static void TellChecks(SchematicDb db, PlanMigrationRow migration)
    {
        if (migration.IsOfAll)
            db.Changes.Add(ChangeKind.Catalog, migration.PlanSeq, migration.EnvironmentSeq);
    }

    /// <summary>Reads the moves of all companies that are under way, in the order of their start.</summary>
    /// <param name="versions">Seqs of versions by their ids.</param>
    public static async Task<IReadOnlyList<PlanMove>> ReadMovesAsync(
        SchematicDb db,
        IReadOnlyDictionary<string, int> versions,
        CancellationToken cancellationToken
    )
    {
        var moves = new List<PlanMove>();
        foreach (
            var migration in await UnderWay(db)
                .AsNoTracking()
                .Where(static row => row.IsOfAll)
                .OrderBy(static row => row.Seq)
                .ToListAsync(cancellationToken)
        )
        {
            var staying = await db
                .PlanMigrationCompanies.Where(row =>
                    row.MigrationSeq == migration.Seq
                    && (
                        row.Status == PlanVersionMigrationCompanyStatus.Skipped
                        || row.Status == PlanVersionMigrationCompanyStatus.Failed
                    )
                )
                .Select(static row => row.CompanySeq)
                .ToListAsync(cancellationToken);
            var from = JsonSerializer.Deserialize<IReadOnlyList<string>>(migration.PlanVersionIdsFrom)!;
            moves.Add(
                new PlanMove(
                    from.Where(versions.ContainsKey).Select(id => versions[id]).ToHashSet(),
                    migration.PlanVersionSeq,
                    staying.ToHashSet()
                )
            );
        }

        return moves;
    }

    /// <summary>
    /// Deletes what migrations to versions say of companies, so that the versions can be deleted and the migrations
    /// with them.
    /// </summary>
    public static Task ForgetCompaniesAsync(
        SchematicDb db,
        IQueryable<PlanVersionRow> versions,
        CancellationToken cancellationToken
    )
    {
        var migrations = db.PlanMigrations.IgnoreQueryFilters();
        return db
            .PlanMigrationCompanies.IgnoreQueryFilters()
            .Where(row =>
                migrations.Any(migration =>
                    migration.Seq == row.MigrationSeq
                    && versions.Any(version => version.Seq == migration.PlanVersionSeq)
                )
            )
            .ExecuteDeleteAsync(cancellationToken);
    }
}
