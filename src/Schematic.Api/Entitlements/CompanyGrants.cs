using System.Data.Common;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Sql;
using Schematic.Api.Plans;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Events;
using Schematic.Contracts.Plans;

namespace Schematic.Api.Entitlements;

/// <summary>Plan, add-ons and overrides of a company, expired overrides too.</summary>
internal sealed record CompanyGrants(IReadOnlyList<CompanyPlanRow> Plans, IReadOnlyList<CompanyOverrideRow> Overrides)
{
    public static readonly CompanyGrants None = new([], []);

    /// <summary>
    /// Reads those of companies: one command of two statements, however many. Written by hand because every upsert of a
    /// company answers with them, and EF makes the SQL of a Contains anew each time it runs.
    /// </summary>
    public static async Task<IReadOnlyDictionary<long, CompanyGrants>> ReadAsync(
        SchematicDb db,
        IReadOnlyCollection<long> companySeqs,
        CancellationToken cancellationToken
    )
    {
        var among = db.Dialect.Among(SqlArray.Of(companySeqs));
        await using var results = await db.ReadAsync(
            new SqlText(
                $"""
                SELECT company_seq, plan_seq, environment_seq, plan_version_seq, plan_type, source, added_at
                FROM company_plans WHERE company_seq {among} ORDER BY plan_seq;
                SELECT seq, id, environment_seq, company_seq, feature_seq, value_type, value_bool, value_numeric,
                    value_trait_id, value_credit_id, consumption_rate_micro_credits, metric_period,
                    metric_period_month_reset, expires_at, rule_id, usage_exceeded_rule_id, created_at, updated_at
                FROM company_overrides WHERE company_seq {among} ORDER BY seq
                """
            ),
            cancellationToken
        );
        var plans = (await results.ListAsync(row => ReadPlan(row, db.Dialect), cancellationToken)).ToLookup(
            static row => row.CompanySeq
        );
        var overrides = (await results.ListAsync(row => ReadOverride(row, db.Dialect), cancellationToken)).ToLookup(
            static row => row.CompanySeq
        );
        return companySeqs
            .Where(seq => plans.Contains(seq) || overrides.Contains(seq))
            .ToDictionary(static seq => seq, seq => new CompanyGrants([.. plans[seq]], [.. overrides[seq]]));
    }

    private static CompanyPlanRow ReadPlan(DbDataReader row, SqlDialect dialect) =>
        new()
        {
            CompanySeq = row.GetInt64(0),
            PlanSeq = row.GetInt32(1),
            EnvironmentSeq = row.GetInt32(2),
            PlanVersionSeq = row.GetInt32(3),
            PlanType = (PlanType)row.GetInt32(4),
            Source = (CompanyPlanSource)row.GetInt32(5),
            AddedAt = dialect.ReadTime(row, 6),
        };

    private static CompanyOverrideRow ReadOverride(DbDataReader row, SqlDialect dialect) =>
        new()
        {
            Seq = row.GetInt64(0),
            Id = row.GetString(1),
            EnvironmentSeq = row.GetInt32(2),
            CompanySeq = row.GetInt64(3),
            FeatureSeq = row.GetInt32(4),
            ValueType = (EntitlementValueType)row.GetInt32(5),
            ValueBool = row.IsDBNull(6) ? null : row.GetBoolean(6),
            ValueNumeric = row.IsDBNull(7) ? null : row.GetInt64(7),
            ValueTraitId = Text(row, 8),
            ValueCreditId = Text(row, 9),
            ConsumptionRateMicroCredits = row.IsDBNull(10) ? null : row.GetInt64(10),
            MetricPeriod = row.IsDBNull(11) ? null : (MetricPeriod)row.GetInt32(11),
            MetricPeriodMonthReset = row.IsDBNull(12) ? null : (MetricPeriodMonthReset)row.GetInt32(12),
            ExpiresAt = row.IsDBNull(13) ? null : dialect.ReadTime(row, 13),
            RuleId = row.GetString(14),
            UsageExceededRuleId = row.GetString(15),
            CreatedAt = dialect.ReadTime(row, 16),
            UpdatedAt = dialect.ReadTime(row, 17),
        };

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
