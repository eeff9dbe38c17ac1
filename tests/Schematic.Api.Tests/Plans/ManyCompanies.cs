using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Schematic.Api.Environments;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Sql;
using Schematic.Api.Plans;
using Schematic.Contracts.Environments;
using Schematic.Contracts.Plans;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Plans;

/// <summary>Thousands of companies of the production environment, made below the server.</summary>
internal sealed class ManyCompanies(ApiServer server)
{
    /// <param name="number">From 1, the oldest.</param>
    public static string IdOf(int number) => $"comp_many{number}";

    /// <summary>Adds companies like one, on a version of a plan.</summary>
    public async Task AddAsync(int count, string likeId, string versionId, CancellationToken cancellationToken)
    {
        await WriteAsync(
            new SqlText(
                $"""
                WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count})
                INSERT INTO entities
                    (id, entity_type, environment_seq, name, sort_name, traits, last_seen_at, created_at, updated_at)
                SELECT 'comp_many' || n.i, e.entity_type, e.environment_seq, e.name, e.sort_name, e.traits,
                    e.last_seen_at, e.created_at, e.updated_at
                FROM n JOIN entities e ON e.id = {likeId}
                ORDER BY n.i
                """
            ),
            cancellationToken
        );
        await WriteAsync(
            new SqlText(
                $"""
                INSERT INTO company_plans
                    (company_seq, plan_seq, environment_seq, plan_version_seq, plan_type, source, added_at)
                SELECT e.seq, v.plan_seq, e.environment_seq, v.seq, {PlanType.Plan}, {CompanyPlanSource.Assigned},
                    e.created_at
                FROM entities e JOIN plan_versions v ON v.id = {versionId}
                WHERE e.id LIKE 'comp_many%'
                """
            ),
            cancellationToken
        );
    }

    public async Task WriteAsync(SqlText sql, CancellationToken cancellationToken)
    {
        var database = server.Services.GetRequiredService<IDatabase>();
        await using var account = database.OpenAccount();
        var production = await account.Environments.SingleAsync(
            row => row.EnvironmentType == EnvironmentType.Production,
            cancellationToken
        );
        await database.WriteAsync(
            production.Seq,
            async (db, token) =>
            {
                await db.ExecuteAsync(sql, token);
                return true;
            },
            cancellationToken
        );
    }
}
