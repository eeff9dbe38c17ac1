using Schematic.Api.Persistence;
using Schematic.Api.Plans;
using Schematic.Contracts.Credits;
using Schematic.Contracts.Plans;

namespace Schematic.Api.Credits.PlanGrants;

/// <summary>The grants of plans that a list shows.</summary>
internal static class PlanGrantFilter
{
    public static IQueryable<PlanCreditGrantRow> Apply(SchematicDb db, PlanCreditGrantsQuery query)
    {
        var (versions, plans, types) = (db.PlanVersions, db.Plans, db.AllCreditTypes);
        var rows = db.PlanCreditGrants.AsQueryable();
        if (query.Ids is { } ids)
            rows = rows.Where(row => ids.Contains(row.Id));
        if (query.CreditId is { } creditId)
            rows = rows.Where(row => types.Any(one => one.Seq == row.CreditTypeSeq && one.Id == creditId));
        if ((query.PlanIds ?? Only(query.PlanId)) is { } planIds)
            rows = rows.Where(row => plans.Any(one => one.Seq == row.PlanSeq && planIds.Contains(one.Id)));
        if ((query.PlanVersionIds ?? Only(query.PlanVersionId)) is { } versionIds)
            rows = rows.Where(row => versions.Any(one => one.Seq == row.PlanVersionSeq && versionIds.Contains(one.Id)));
        // Otherwise what is sold now, and of what was never sold the draft.
        else if (query.Ids is null)
            rows = rows.Where(row =>
                versions.Any(one =>
                    one.Seq == row.PlanVersionSeq
                    && (
                        one.Status == PlanVersionStatus.Published
                        || (
                            one.Status == PlanVersionStatus.Draft
                            && !versions.Any(other =>
                                other.PlanSeq == one.PlanSeq && other.Status == PlanVersionStatus.Published
                            )
                        )
                    )
                )
            );
        return rows;
    }

    private static IReadOnlyList<string>? Only(string? id) => id is null ? null : [id];
}
