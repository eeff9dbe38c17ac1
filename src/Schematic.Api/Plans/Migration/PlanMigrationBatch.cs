using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Sql;
using Schematic.Contracts.Plans;

namespace Schematic.Api.Plans.Migration;

/// <summary>
/// Moves the next companies of a migration, and stores how far it is, in one transaction: one that is cut short has
/// moved none of them, and no company is moved twice. A company is moved only if it is on one of the versions that the
/// migration moves from when its turn comes.
/// </summary>
internal sealed class PlanMigrationBatch(SchematicDb db, DateTimeOffset now, IPlanBenefits benefits)
{
    /// <summary>
    /// So few that a write which waits for them does not notice. A migration of no more is carried out at once.
    /// </summary>
    public const int MaxCompanies = 500;

    /// <summary>
    /// Locks the migration until the transaction ends; null if it has ended, or another instance is working on it. Of
    /// one that has not begun the companies are listed if that was left to the background.
    /// </summary>
    public async Task<PlanMigrationRow?> ClaimAsync(int seq, CancellationToken cancellationToken)
    {
        int[] underWay = [(int)PlanVersionMigrationStatus.Pending, (int)PlanVersionMigrationStatus.InProgress];
        var claimed = await db.QueryAsync(
            new SqlText(
                $"""
                SELECT seq FROM plan_migrations
                WHERE seq = {seq} AND status IN {underWay}{new SqlLiteral(db.Dialect.ForUpdateSkippingLocked)}
                """
            ),
            static row => row.GetInt32(0),
            cancellationToken
        );
        if (claimed.Count == 0)
            return null;
        var migration = await db.PlanMigrations.SingleAsync(row => row.Seq == seq, cancellationToken);
        if (migration is { IsOfAll: true, Status: PlanVersionMigrationStatus.Pending })
        {
            var from = (await VersionsAsync(migration, cancellationToken)).From;
            await new PlanMigrationCompanies(db, migration, from).ListRestAsync(cancellationToken);
        }

        return migration;
    }

    /// <param name="migration">Locked.</param>
    /// <param name="atMost">The number of companies to deal with.</param>
    public async Task RunAsync(PlanMigrationRow migration, int atMost, CancellationToken cancellationToken)
    {
        var companies = await NextAsync(migration, atMost, cancellationToken);
        var moved = companies.Count == 0 ? [] : await MoveAsync(migration, companies, cancellationToken);
        await StoreAsync(migration, moved, PlanVersionMigrationCompanyStatus.Completed, null, cancellationToken);
        var left = companies.Except(moved).ToList();
        await StoreAsync(migration, left, PlanVersionMigrationCompanyStatus.Skipped, null, cancellationToken);
        migration.CompletedCompanies += moved.Count;
        migration.SkippedCompanies += left.Count;
        await AdvanceAsync(migration, companies, atMost, cancellationToken);
    }

    /// <summary>Passes over the next company, which could not be moved even alone.</summary>
    /// <param name="migration">Locked.</param>
    /// <returns>Seq of the company; null if there is none.</returns>
    public async Task<long?> GiveUpNextAsync(
        PlanMigrationRow migration,
        string error,
        CancellationToken cancellationToken
    )
    {
        var companies = await NextAsync(migration, 1, cancellationToken);
        await StoreAsync(migration, companies, PlanVersionMigrationCompanyStatus.Failed, error, cancellationToken);
        migration.FailedCompanies += companies.Count;
        PlanMigrations.TellChecks(db, migration);
        await AdvanceAsync(migration, companies, 1, cancellationToken);
        return companies.Count == 0 ? null : companies[0];
    }

    private Task<List<long>> NextAsync(PlanMigrationRow migration, int atMost, CancellationToken cancellationToken) =>
        db.QueryAsync(
            new SqlText(
                $"""
                SELECT company_seq FROM plan_migration_companies
                WHERE migration_seq = {migration.Seq} AND company_seq > {migration.ReachedCompanySeq}
                    AND status = {PlanVersionMigrationCompanyStatus.Pending}
                ORDER BY company_seq LIMIT {atMost}
                """
            ),
            static row => row.GetInt64(0),
            cancellationToken
        );

    private async Task<IReadOnlyList<long>> MoveAsync(
        PlanMigrationRow migration,
        List<long> companies,
        CancellationToken cancellationToken
    )
    {
        var (target, from) = await VersionsAsync(migration, cancellationToken);
        var writer = new CompanyPlanWriter(db, now, benefits);
        await writer.LockCompaniesAsync(companies, cancellationToken);
        return await writer.MoveAsync(target, from, migration.Cause, cancellationToken);
    }

    private async Task<(PlanVersionRow Target, IReadOnlyList<int> From)> VersionsAsync(
        PlanMigrationRow migration,
        CancellationToken cancellationToken
    )
    {
        var ids = JsonSerializer.Deserialize<IReadOnlyList<string>>(migration.PlanVersionIdsFrom)!;
        var versions = await db
            .PlanVersions.AsNoTracking()
            .Where(row => row.Seq == migration.PlanVersionSeq || EF.Parameter(ids).Contains(row.Id))
            .ToListAsync(cancellationToken);
        var target = versions.Single(row => row.Seq == migration.PlanVersionSeq);
        return (target, [.. versions.Where(row => row.Seq != target.Seq).Select(static row => row.Seq)]);
    }

    private async Task StoreAsync(
        PlanMigrationRow migration,
        IReadOnlyCollection<long> companies,
        PlanVersionMigrationCompanyStatus status,
        string? error,
        CancellationToken cancellationToken
    )
    {
        if (companies.Count > 0)
            await db.ExecuteAsync(
                new SqlText(
                    $"""
                    UPDATE plan_migration_companies SET status = {status}, error = {error}
                    WHERE migration_seq = {migration.Seq}
                        AND company_seq {db.Dialect.Among(SqlArray.Of(companies))}
                    """
                ),
                cancellationToken
            );
    }

    private async Task AdvanceAsync(
        PlanMigrationRow migration,
        List<long> companies,
        int atMost,
        CancellationToken cancellationToken
    )
    {
        migration.StartedAt ??= now;
        migration.UpdatedAt = now;
        migration.Status = PlanVersionMigrationStatus.InProgress;
        if (companies.Count > 0)
            migration.ReachedCompanySeq = companies[^1];
        var dealtWith = migration.CompletedCompanies + migration.SkippedCompanies + migration.FailedCompanies;
        if (companies.Count < atMost || dealtWith == migration.TotalCompanies)
        {
            End(migration);
            PlanMigrations.TellChecks(db, migration);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private void End(PlanMigrationRow migration)
    {
        var failed = migration.FailedCompanies;
        migration.Status = failed == 0 ? PlanVersionMigrationStatus.Completed : PlanVersionMigrationStatus.Failed;
        migration.Error =
            failed == 0 ? null
            : failed == 1 ? "1 company could not be moved. See why, and retry the migration."
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{failed:N0} companies could not be moved. See why, and retry the migration."
            );
        migration.CompletedAt = now;
    }
}
