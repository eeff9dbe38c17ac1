using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Sql;

namespace Schematic.Api.Companies.PlanRules;

/// <summary>Whether a company ever had a plan, add-ons aside.</summary>
/// <param name="LostAt">When it last had one that it has no longer, or has in another version; null never.</param>
internal readonly record struct PlanHistory(bool HadPlan, DateTimeOffset? LostAt)
{
    /// <summary>Reads those of companies, by seq; who never had a plan is missing.</summary>
    public static async Task<IReadOnlyDictionary<long, PlanHistory>> ReadAsync(
        SchematicDb db,
        IReadOnlyCollection<string> companyIds,
        CancellationToken cancellationToken
    )
    {
        if (companyIds.Count == 0)
            return new Dictionary<long, PlanHistory>();
        var found = await db.QueryAsync(
            new SqlText(
                $"""
                SELECT company_seq, max(CASE WHEN previous_base_plan_snapshot_seq IS NOT NULL THEN created_at END)
                FROM plan_changes
                WHERE company_id {db.Dialect.Among(SqlArray.Of(companyIds))} AND environment_seq = {db.EnvironmentSeq}
                    AND (base_plan_snapshot_seq IS NOT NULL OR previous_base_plan_snapshot_seq IS NOT NULL)
                GROUP BY company_seq
                """
            ),
            row =>
                (
                    Seq: row.GetInt64(0),
                    History: new PlanHistory(true, row.IsDBNull(1) ? null : db.Dialect.ReadTime(row, 1))
                ),
            cancellationToken
        );
        return found.ToDictionary(static one => one.Seq, static one => one.History);
    }
}
