using Microsoft.EntityFrameworkCore;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Sql;
using Schematic.Contracts.Plans;

namespace Schematic.Api.Plans.Migration;

/// <summary>Writes the list of the companies that a migration is about, and counts it.</summary>
/// <param name="from">Seqs of the versions that companies leave.</param>
internal sealed class PlanMigrationCompanies(SchematicDb db, PlanMigrationRow migration, IReadOnlyList<int> from)
{
    /// <summary>
    /// Lists all companies of an order; where many move, only those that stay: the rest is left to the background.
    /// </summary>
    public async Task ListAsync(PlanMigrationOrder order, CancellationToken cancellationToken)
    {
        var staying = order.Companies is { } only ? order.Excluded.Intersect(only).ToList() : order.Excluded;
        await AddAsync(PlanVersionMigrationCompanyStatus.Skipped, staying, cancellationToken);
        if (migration.IsOfAll)
        {
            await CountAsync(cancellationToken);
            migration.TotalCompanies = await CountHoldersAsync(cancellationToken);
            if (migration.TotalCompanies - migration.SkippedCompanies > PlanMigrationBatch.MaxCompanies)
            {
                await db.SaveChangesAsync(cancellationToken);
                return;
            }
        }

        var moves =
            order.Strategy == PlanVersionMigrationStrategy.Immediate
                ? PlanVersionMigrationCompanyStatus.Pending
                : PlanVersionMigrationCompanyStatus.Skipped;
        await AddAsync(moves, order.Companies, cancellationToken);
        if (order.Companies is { } named)
            await SkipRestAsync(named, cancellationToken);
        await CountAsync(cancellationToken);
    }

    /// <summary>Lists the companies that move, in the background.</summary>
    public async Task ListRestAsync(CancellationToken cancellationToken)
    {
        await AddAsync(PlanVersionMigrationCompanyStatus.Pending, null, cancellationToken);
        await CountAsync(cancellationToken);
    }

    private SqlText Holders() =>
        new(
            $"""
            FROM company_plans p
            WHERE p.environment_seq = {db.EnvironmentSeq} AND p.plan_seq = {migration.PlanSeq}
                AND p.plan_version_seq {db.Dialect.Among(SqlArray.Of(from))}
            """
        );

    private Task<long> CountHoldersAsync(CancellationToken cancellationToken) =>
        db.ScalarAsync<long>(new SqlText($"SELECT count(*) {Holders()}"), cancellationToken);

    /// <summary>Lists those that are not listed yet.</summary>
    /// <param name="status">What they are listed as.</param>
    /// <param name="only">Seqs of companies; null for all.</param>
    private async Task AddAsync(
        PlanVersionMigrationCompanyStatus status,
        IReadOnlyCollection<long>? only,
        CancellationToken cancellationToken
    )
    {
        if (only is { Count: 0 })
            return;
        // Few are: asked for each of 100,000 companies, a NOT EXISTS took PostgreSQL over 30 s, which knows nothing of
        // rows that have just been written.
        var listed = await db
            .PlanMigrationCompanies.Where(row => row.MigrationSeq == migration.Seq)
            .Select(static row => row.CompanySeq)
            .ToListAsync(cancellationToken);
        var sql = new SqlText(
            $"""
            INSERT INTO plan_migration_companies (migration_seq, company_seq, environment_seq, status)
            SELECT {migration.Seq}, p.company_seq, p.environment_seq, {status} {Holders()}
            """
        );
        if (listed.Count > 0)
            sql.Append($" AND NOT (p.company_seq {db.Dialect.Among(SqlArray.Of(listed))})");
        if (only is not null)
            sql.Append($" AND p.company_seq {db.Dialect.Among(SqlArray.Of(only))}");
        await db.ExecuteAsync(sql, cancellationToken);
    }

    // Companies that were named and are on none of the versions.
    private Task SkipRestAsync(IReadOnlyCollection<long> companies, CancellationToken cancellationToken) =>
        db.ExecuteAsync(
            new SqlText(
                $"""
                INSERT INTO plan_migration_companies (migration_seq, company_seq, environment_seq, status)
                SELECT {migration.Seq}, e.seq, e.environment_seq, {PlanVersionMigrationCompanyStatus.Skipped}
                FROM entities e
                WHERE e.seq {db.Dialect.Among(SqlArray.Of(companies))} AND NOT EXISTS (
                    SELECT 1 FROM plan_migration_companies c
                    WHERE c.migration_seq = {migration.Seq} AND c.company_seq = e.seq
                )
                """
            ),
            cancellationToken
        );

    private async Task CountAsync(CancellationToken cancellationToken)
    {
        var counts = await db
            .PlanMigrationCompanies.Where(one => one.MigrationSeq == migration.Seq)
            .GroupBy(static one => one.Status)
            .Select(static group => new { group.Key, Count = group.LongCount() })
            .ToDictionaryAsync(static group => group.Key, static group => group.Count, cancellationToken);
        migration.TotalCompanies = counts.Values.Sum();
        migration.SkippedCompanies = counts.GetValueOrDefault(PlanVersionMigrationCompanyStatus.Skipped);
        await db.SaveChangesAsync(cancellationToken);
    }
}
