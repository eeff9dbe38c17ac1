using Microsoft.EntityFrameworkCore;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Sql;
using Schematic.Api.Plans;
using Schematic.Api.Plans.Changes;
using Schematic.Contracts.Plans;

namespace Schematic.Api.Insights;

/// <summary>Statements behind <see cref="PlanGrowth"/>.</summary>
internal static class PlanGrowthSql
{
    /// <summary>Number of companies that have each plan now, by its id.</summary>
    public static async Task<Dictionary<string, long>> CompaniesAsync(
        SchematicDb db,
        CancellationToken cancellationToken
    )
    {
        var counts = await db.QueryAsync(
            new SqlText(
                $"""
                SELECT p.id, count(*) FROM company_plans c JOIN plans p ON p.seq = c.plan_seq
                WHERE c.environment_seq = {db.EnvironmentSeq} AND c.plan_type = {PlanType.Plan} GROUP BY p.id
                """
            ),
            static row => (PlanId: row.GetString(0), Companies: row.GetInt64(1)),
            cancellationToken
        );
        return counts.ToDictionary(static one => one.PlanId, static one => one.Companies, StringComparer.Ordinal);
    }

    /// <summary>Changes of plans in each of the months, of companies that still exist.</summary>
    /// <param name="months">Their beginnings, newest first.</param>
    public static async Task<IReadOnlyList<PlanMoves>> MovesAsync(
        SchematicDb db,
        IReadOnlyList<DateTimeOffset> months,
        CancellationToken cancellationToken
    )
    {
        var rows = new SqlRows("months_ago", "starts_at", "ends_at");
        for (var ago = 0; ago < months.Count; ago++)
            rows.Add(ago, months[ago], months[ago].AddMonths(1));
        return await db.QueryAsync(
            new SqlText(
                $"""
                SELECT u.months_ago, former.plan_id, latter.plan_id, count(*)
                FROM {db.Dialect.Table(rows)}
                JOIN plan_changes c ON c.environment_seq = {db.EnvironmentSeq} AND NOT c.is_version_upgrade
                    AND c.created_at >= u.starts_at AND c.created_at < u.ends_at
                LEFT JOIN plan_snapshots former ON former.seq = c.previous_base_plan_snapshot_seq
                LEFT JOIN plan_snapshots latter ON latter.seq = c.base_plan_snapshot_seq
                WHERE EXISTS (SELECT 1 FROM entities e WHERE e.seq = c.company_seq)
                GROUP BY u.months_ago, former.plan_id, latter.plan_id
                """
            ),
            static row => new PlanMoves(
                row.GetInt32(0),
                row.IsDBNull(1) ? null : row.GetString(1),
                row.IsDBNull(2) ? null : row.GetString(2),
                row.GetInt64(3)
            ),
            cancellationToken
        );
    }

    /// <summary>Names of plans by id; a plan that was deleted has the last one that was recorded.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> NamesAsync(
        SchematicDb db,
        CancellationToken cancellationToken
    )
    {
        var recorded = await db
            .PlanSnapshots.OrderBy(static row => row.Seq)
            .Select(static row => new { row.PlanId, row.Name })
            .ToListAsync(cancellationToken);
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var one in recorded)
            names[one.PlanId] = one.Name;
        foreach (var plan in await db.Plans.AsNoTracking().ToListAsync(cancellationToken))
            names[plan.Id] = plan.Name;
        return names;
    }
}
