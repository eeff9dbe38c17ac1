using Microsoft.EntityFrameworkCore;
using Schematic.Api.Entities;
using Schematic.Api.Http;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Changes;
using Schematic.Api.Persistence.Sql;
using Schematic.Contracts.Plans;

namespace Schematic.Api.Plans;

/// <summary>Moves the companies of a plan to a version that is being published. Usage and overrides stay.</summary>
internal sealed class PlanMove(SchematicDb db)
{
    /// <param name="plan">Locked, so that no company gets another version meanwhile.</param>
    /// <exception cref="ApiException">
    /// 404 if a company to leave does not exist; 409 if companies would move and must not.
    /// </exception>
    public async Task ToAsync(
        PlanRow plan,
        PlanVersionRow version,
        PublishPlanVersionRequestBody body,
        CancellationToken cancellationToken
    )
    {
        if (body.MigrationStrategy != PlanVersionMigrationStrategy.Immediate)
            return;
        var left = await LeftAsync(body.ExcludedCompanyIds, cancellationToken);
        var moved = await db.QueryAsync(
            new SqlText(
                $"""
                UPDATE company_plans SET plan_version_seq = {version.Seq}
                WHERE environment_seq = {db.EnvironmentSeq} AND plan_seq = {plan.Seq}
                    AND NOT (company_seq {db.Dialect.Among(SqlArray.Of(left))})
                RETURNING company_seq
                """
            ),
            static row => row.GetInt64(0),
            cancellationToken
        );
        if (moved.Count > 0 && body.RequireNoMigration == true)
            throw ApiProblem.Conflict(
                $"{moved.Count} companies would move to the new version, and require_no_migration is set. "
                    + "Choose the strategy leave, or leave it out; nothing was changed.",
                "require_no_migration"
            );
        foreach (var companySeq in moved)
            db.Changes.Add(ChangeKind.Entity, companySeq, db.EnvironmentSeq);
    }

    private async Task<IReadOnlyList<long>> LeftAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
            return [];
        var found = await db
            .Companies.Where(row => EF.Parameter(ids).Contains(row.Id))
            .Select(row => new { row.Id, row.Seq })
            .ToDictionaryAsync(row => row.Id, row => row.Seq, cancellationToken);
        for (var i = 0; i < ids.Count; i++)
        {
            if (!found.ContainsKey(ids[i]))
                throw ApiProblem.NotFound("company", ids[i]).About(FieldPath.Item("excluded_company_ids", i));
        }

        return [.. found.Values];
    }
}
