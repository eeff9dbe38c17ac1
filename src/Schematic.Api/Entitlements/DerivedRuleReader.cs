using Microsoft.EntityFrameworkCore;
using Schematic.Api.Flags;
using Schematic.Api.Flags.Rules;
using Schematic.Api.Persistence;
using Schematic.Api.Plans;
using Schematic.Contracts.Plans;

namespace Schematic.Api.Entitlements;

/// <summary>Reads what plans and overrides give of a flag's feature, and makes its rules: three statements.</summary>
internal sealed class DerivedRuleReader(TimeProvider time) : IDerivedRules
{
    /// <summary>Overrides of more companies are listed by <c>GET /company-overrides</c>.</summary>
    private const int MaxOverrides = 100;

    public async Task<IReadOnlyList<FlagRule>> ReadAsync(
        SchematicDb db,
        FlagRow flag,
        CancellationToken cancellationToken
    )
    {
        if (flag.FeatureSeq is not { } featureSeq)
            return [];
        var sold = (await EntitlementCatalogReader.FeaturesAsync(db, [featureSeq], cancellationToken))[featureSeq];
        var versions = await PlanEntitlementReader
            .Details(db, db.PlanEntitlements.Where(row => row.FeatureSeq == featureSeq))
            .Where(detail => detail.Version.Status != PlanVersionStatus.Draft)
            .OrderByDescending(detail => detail.Row.Seq)
            .ToListAsync(cancellationToken);
        var now = time.Now();
        var overrides = await CompanyOverrideReader
            .Details(
                db,
                db.CompanyOverrides.Where(row =>
                    row.FeatureSeq == featureSeq && (row.ExpiresAt == null || row.ExpiresAt > now)
                )
            )
            .OrderByDescending(detail => detail.Row.Seq)
            .Take(MaxOverrides)
            .ToListAsync(cancellationToken);
        return
        [
            .. versions.SelectMany(one =>
                EntitlementCatalog.RulesOf(
                    EntitlementCatalogReader.Version(one.Plan, one.Version, []),
                    EntitlementCatalogReader.Granted(one.Row, one.Plan, one.Version, sold)
                )
            ),
            .. overrides.SelectMany(one =>
                EntitlementCatalog.RulesOf(one.CompanyId, EntitlementCatalogReader.Granted(one.Row, sold))
            ),
        ];
    }
}
