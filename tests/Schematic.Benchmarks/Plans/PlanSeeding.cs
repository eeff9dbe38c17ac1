using Microsoft.Extensions.DependencyInjection;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Sql;
using Schematic.Api.Plans;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Entitlements;

namespace Schematic.Benchmarks.Plans;

/// <summary>Puts seeded companies on plans, below the server: their rows number from 1.</summary>
internal sealed class PlanSeeding(InProcessServer server)
{
    private const int Batch = 100_000;

    private readonly IDatabase _database = server.Services.GetRequiredService<IDatabase>();

    /// <summary>
    /// Puts companies <paramref name="first"/> to <paramref name="last"/> on a version: those whose number leaves
    /// <paramref name="rest"/> when divided by <paramref name="of"/>.
    /// </summary>
    public async Task AssignAsync(string versionId, long first, long last, int rest = 0, int of = 1)
    {
        var now = TimeProvider.System.GetUtcNow();
        await InBatchesAsync(
            first,
            last,
            (from, to) =>
                new SqlText(
                    $"""
                    INSERT INTO company_plans
                        (company_seq, plan_seq, environment_seq, plan_version_seq, plan_type, source, added_at)
                    SELECT e.seq, p.seq, e.environment_seq, v.seq, p.plan_type,
                        {CompanyPlanSource.Assigned}, {now}
                    FROM plan_versions v
                    JOIN plans p ON p.seq = v.plan_seq
                    JOIN entities e ON e.environment_seq = v.environment_seq
                    WHERE v.id = {versionId} AND e.entity_type = {EntityType.Company}
                        AND e.seq >= {from} AND e.seq <= {to} AND e.seq % {of} = {rest}
                    """
                )
        );
    }

    /// <summary>Overrides a feature that counts an event for one company in <paramref name="of"/>.</summary>
    public async Task OverrideAsync(SoldFeature feature, long last, int of)
    {
        var now = TimeProvider.System.GetUtcNow();
        await InBatchesAsync(
            1,
            last,
            (from, to) =>
                new SqlText(
                    $"""
                    INSERT INTO company_overrides
                        (id, environment_seq, company_seq, feature_seq, value_type, value_numeric, rule_id,
                            usage_exceeded_rule_id, created_at, updated_at)
                    SELECT 'cmov_' || f.seq || '_' || e.seq, e.environment_seq, e.seq, f.seq,
                        {EntitlementValueType.Numeric}, 1000, 'rule_' || f.seq || '_' || e.seq,
                        'rule_' || f.seq || '_' || e.seq || '_over', {now}, {now}
                    FROM features f
                    JOIN environments n ON 1 = 1
                    JOIN entities e ON e.environment_seq = n.seq
                    WHERE f.id = {feature.Id} AND e.entity_type = {EntityType.Company}
                        AND e.seq >= {from} AND e.seq <= {to} AND e.seq % {of} = 0
                    """
                )
        );
    }

    /// <summary>Tells the database's planner what is there now.</summary>
    public async Task AnalyzeAsync()
    {
        await WriteAsync(new SqlText($"ANALYZE company_plans"));
        await WriteAsync(new SqlText($"ANALYZE company_overrides"));
    }

    private async Task InBatchesAsync(long first, long last, Func<long, long, SqlText> statement)
    {
        for (var from = first; from <= last; from += Batch)
            await WriteAsync(statement(from, Math.Min(last, from + Batch - 1)));
    }

    private async Task WriteAsync(SqlText statement)
    {
        await using var account = _database.OpenAccount();
        var environment = await account.ScalarAsync<int>(
            new SqlText($"SELECT seq FROM environments"),
            CancellationToken.None
        );
        await _database.WriteAsync(
            environment,
            async (db, token) =>
            {
                await db.ExecuteAsync(statement, token);
                return true;
            },
            CancellationToken.None
        );
    }
}
