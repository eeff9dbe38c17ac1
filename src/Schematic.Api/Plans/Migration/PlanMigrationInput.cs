using Microsoft.EntityFrameworkCore;
using Schematic.Api.Entities;
using Schematic.Api.Http;
using Schematic.Api.Persistence;
using Schematic.Contracts.Plans;

namespace Schematic.Api.Plans.Migration;

/// <summary>Resolves the ids in the bodies of migrations, and refuses what does not fit together.</summary>
internal static class PlanMigrationInput
{
    /// <param name="plan">Locked.</param>
    public static async Task<PlanMigrationOrder> OrderAsync(
        SchematicDb db,
        PlanRow plan,
        CreateMigrationInput body,
        CancellationToken cancellationToken
    )
    {
        var (target, from) = await VersionsAsync(
            db,
            plan,
            body.PlanVersionIdTo,
            body.PlanVersionIdsFrom,
            cancellationToken
        );
        RequireType(plan, body.TargetPlanType);
        return new PlanMigrationOrder
        {
            Plan = plan,
            Target = target,
            From = from,
            Strategy = body.Strategy,
            ProrationBehavior = body.ProrationBehavior,
            Companies = body.CompanyIds is { } ids
                ? await CompaniesAsync(db, ids, "company_ids", cancellationToken)
                : null,
            Excluded = await CompaniesAsync(
                db,
                body.ExcludedCompanyIds ?? [],
                "excluded_company_ids",
                cancellationToken
            ),
        };
    }

    /// <summary>All companies of a plan follow a version that is being published.</summary>
    /// <param name="plan">Locked.</param>
    public static async Task<PlanMigrationOrder> OrderAsync(
        SchematicDb db,
        PlanRow plan,
        PlanVersionRow published,
        PublishPlanVersionRequestBody body,
        CancellationToken cancellationToken
    ) =>
        new()
        {
            Plan = plan,
            Target = published,
            Strategy = body.MigrationStrategy,
            ProrationBehavior = body.ProrationBehavior,
            Excluded = await CompaniesAsync(db, body.ExcludedCompanyIds, "excluded_company_ids", cancellationToken),
            MustMoveNone = body.RequireNoMigration == true,
        };

    /// <summary>Seqs of the companies that a member of a body names.</summary>
    public static async Task<IReadOnlyCollection<long>> CompaniesAsync(
        SchematicDb db,
        IReadOnlyList<string> ids,
        string field,
        CancellationToken cancellationToken
    )
    {
        if (ids.Count == 0)
            return [];
        var found = await db
            .Companies.Where(row => EF.Parameter(ids).Contains(row.Id))
            .Select(static row => new { row.Id, row.Seq })
            .ToDictionaryAsync(static row => row.Id, static row => row.Seq, cancellationToken);
        for (var i = 0; i < ids.Count; i++)
        {
            if (!found.ContainsKey(ids[i]))
                throw ApiProblem.NotFound("company", ids[i]).About(FieldPath.Item(field, i));
        }

        return found.Values;
    }

    /// <summary>The version to move to, and those to move from; null for all.</summary>
    public static async Task<(PlanVersionRow Target, IReadOnlyList<PlanVersionRow>? From)> VersionsAsync(
        SchematicDb db,
        PlanRow plan,
        string targetId,
        IReadOnlyList<string>? fromIds,
        CancellationToken cancellationToken
    )
    {
        var versions = await db
            .PlanVersions.AsNoTracking()
            .Where(row => row.PlanSeq == plan.Seq)
            .OrderBy(static row => row.Version)
            .ToDictionaryAsync(static row => row.Id, cancellationToken);
        var target = Version(versions, targetId, "plan_version_id_to");
        if (target.Status == PlanVersionStatus.Draft)
            throw ApiProblem
                .Conflict(
                    $"Version {target.Version} of \"{ApiProblem.Shorten(plan.Name)}\" is a draft, and no company can "
                        + "be on it. Publish it first; nothing was changed."
                )
                .About("plan_version_id_to");
        if (fromIds is null)
            return (target, null);
        var from = new List<PlanVersionRow>();
        for (var i = 0; i < fromIds.Count; i++)
        {
            var field = FieldPath.Item("plan_version_ids_from", i);
            var version = Version(versions, fromIds[i], field);
            if (version.Seq == target.Seq)
                throw ApiProblem.BadRequest($"{field} is the version to move to. Leave it out.", field);
            from.Add(version);
        }

        return (target, from.DistinctBy(static version => version.Seq).ToList());
    }

    public static void RequireType(PlanRow plan, PlanType type)
    {
        if (plan.PlanType != type)
            throw ApiProblem.BadRequest(
                plan.PlanType == PlanType.AddOn
                    ? $"\"{ApiProblem.Shorten(plan.Name)}\" is an add-on. Give target_plan_type as add_on."
                    : $"\"{ApiProblem.Shorten(plan.Name)}\" is a plan. Give target_plan_type as plan.",
                "target_plan_type"
            );
    }

    private static PlanVersionRow Version(Dictionary<string, PlanVersionRow> versions, string id, string field) =>
        versions.GetValueOrDefault(id) ?? throw ApiProblem.NotFound("version of this plan", id).About(field);
}
