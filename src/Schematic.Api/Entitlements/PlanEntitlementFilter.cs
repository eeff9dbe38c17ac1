using Schematic.Api.Features;
using Schematic.Api.Persistence;
using Schematic.Api.Plans;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Plans;

namespace Schematic.Api.Entitlements;

/// <summary>The plan entitlements that a list shows.</summary>
internal static class PlanEntitlementFilter
{
    public static IQueryable<PlanEntitlementRow> Apply(SchematicDb db, PlanEntitlementsQuery query)
    {
        var (versions, plans, features) = (db.PlanVersions, db.Plans, db.Features);
        var rows = db.PlanEntitlements.AsQueryable();
        if (query.WithMeteredProducts == true)
            return rows.Where(row => false);
        if (query.Ids is { } ids)
            rows = rows.Where(row => ids.Contains(row.Id));
        if ((query.FeatureIds ?? Only(query.FeatureId)) is { } featureIds)
            rows = rows.Where(row => features.Any(one => one.Seq == row.FeatureSeq && featureIds.Contains(one.Id)));
        if ((query.PlanIds ?? Only(query.PlanId)) is { } planIds)
            rows = rows.Where(row =>
                versions.Any(one =>
                    one.Seq == row.PlanVersionSeq
                    && plans.Any(sold => sold.Seq == one.PlanSeq && planIds.Contains(sold.Id))
                )
            );
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
        if (TextPart.FromQuery(query.Q) is { } part)
            rows = rows.Where(row =>
                features.Any(one => one.Seq == row.FeatureSeq && one.Name.ToLower().Contains(part))
                || versions.Any(one =>
                    one.Seq == row.PlanVersionSeq
                    && plans.Any(sold => sold.Seq == one.PlanSeq && sold.Name.ToLower().Contains(part))
                )
            );
        return rows;
    }

    private static IReadOnlyList<string>? Only(string? id) => id is null ? null : [id];
}
