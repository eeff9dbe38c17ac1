using Microsoft.EntityFrameworkCore;
using Schematic.Api.Entities;
using Schematic.Api.Features;
using Schematic.Api.Flags;
using Schematic.Api.Persistence;

namespace Schematic.Api.Plans;

/// <summary>A plan entitlement as one statement reads it, with what it names.</summary>
internal sealed class PlanEntitlementDetail
{
    public required PlanEntitlementRow Row { get; init; }

    public required PlanVersionRow Version { get; init; }

    public required PlanRow Plan { get; init; }

    public required FeatureRow Feature { get; init; }

    /// <summary>The feature's flag; null if it has none.</summary>
    public FlagRow? Flag { get; init; }

    /// <summary>The trait that holds the limit; null unless the value is a trait that exists.</summary>
    public EntityTraitDefinitionRow? Trait { get; init; }
}

/// <summary>Reads plan entitlements with what they name: one statement.</summary>
internal static class PlanEntitlementReader
{
    /// <summary>To be ordered and cut to a page.</summary>
    public static IQueryable<PlanEntitlementDetail> Details(SchematicDb db, IQueryable<PlanEntitlementRow> rows) =>
        from row in rows.AsNoTracking()
        join version in db.PlanVersions on row.PlanVersionSeq equals version.Seq
        join plan in db.Plans on version.PlanSeq equals plan.Seq
        join feature in db.Features on row.FeatureSeq equals feature.Seq
        join flag in db.Flags on (int?)feature.Seq equals flag.FeatureSeq into flags
        from flag in flags.DefaultIfEmpty()
        join trait in db.EntityTraitDefinitions on row.ValueTraitId equals trait.Id into traits
        from trait in traits.DefaultIfEmpty()
        select new PlanEntitlementDetail
        {
            Row = row,
            Version = version,
            Plan = plan,
            Feature = feature,
            Flag = flag,
            Trait = trait,
        };

    /// <summary>Entitlements of versions, oldest first.</summary>
    public static async Task<IReadOnlyList<PlanEntitlementDetail>> OfVersionsAsync(
        SchematicDb db,
        IReadOnlyList<int> versionSeqs,
        CancellationToken cancellationToken
    ) =>
        versionSeqs.Count == 0
            ? []
            : await Details(
                    db,
                    db.PlanEntitlements.Where(row => EF.Parameter(versionSeqs).Contains(row.PlanVersionSeq))
                )
                .OrderBy(detail => detail.Row.Seq)
                .ToListAsync(cancellationToken);
}
