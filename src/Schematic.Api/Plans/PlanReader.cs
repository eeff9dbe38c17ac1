using Microsoft.EntityFrameworkCore;
using Schematic.Api.Persistence;
using Schematic.Contracts.Plans;

namespace Schematic.Api.Plans;

/// <summary>
/// Reads plans as they are in the environment of a context: a fixed number of statements, however many plans.
/// </summary>
internal static class PlanReader
{
    /// <summary>Adds to each what it is in this environment, in the same order.</summary>
    /// <param name="versionId">The version to show of a plan; null shows the published one, or the draft.</param>
    public static async Task<IReadOnlyList<PlanDetail>> DetailsAsync(
        SchematicDb db,
        IPlanBenefits benefits,
        IQueryable<PlanRow> page,
        string? versionId,
        CancellationToken cancellationToken
    )
    {
        var plans = await page.AsNoTracking().ToListAsync(cancellationToken);
        if (plans.Count == 0)
            return [];
        var seqs = plans.ConvertAll(static plan => plan.Seq);
        var versions = (
            await db
                .PlanVersions.AsNoTracking()
                .Where(row => EF.Parameter(seqs).Contains(row.PlanSeq))
                .OrderByDescending(row => row.Version)
                .ToListAsync(cancellationToken)
        ).ToLookup(static row => row.PlanSeq);
        var companies = await db
            .CompanyPlans.Where(row => EF.Parameter(seqs).Contains(row.PlanSeq))
            .GroupBy(row => row.PlanSeq)
            .Select(group => new { group.Key, Count = group.LongCount() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        var shown = plans.ConvertAll(plan => Shown([.. versions[plan.Seq]], versionId));
        int[] shownSeqs = [.. shown.OfType<PlanVersionRow>().Select(static version => version.Seq)];
        var entitlements = (await PlanEntitlementReader.OfVersionsAsync(db, shownSeqs, cancellationToken)).ToLookup(
            static entitlement => entitlement.Row.PlanVersionSeq
        );
        var credits = await benefits.IncludedAsync(db, shownSeqs, cancellationToken);
        return
        [
            .. plans.Zip(
                shown,
                (plan, version) =>
                    new PlanDetail(
                        plan,
                        [.. versions[plan.Seq]],
                        version,
                        version is null ? [] : [.. entitlements[version.Seq]],
                        version is null ? [] : [.. credits[version.Seq]],
                        companies.GetValueOrDefault(plan.Seq)
                    )
            ),
        ];
    }

    private static PlanVersionRow? Shown(IReadOnlyList<PlanVersionRow> versions, string? id) =>
        id is not null
            ? versions.FirstOrDefault(version => version.Id == id)
            : versions.FirstOrDefault(static version => version.Status == PlanVersionStatus.Published)
                ?? versions.FirstOrDefault(static version => version.Status == PlanVersionStatus.Draft);
}
