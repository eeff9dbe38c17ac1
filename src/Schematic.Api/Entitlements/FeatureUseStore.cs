using Microsoft.EntityFrameworkCore;
using Schematic.Api.Entities;
using Schematic.Api.Features;
using Schematic.Api.Http;
using Schematic.Api.Persistence;
using Schematic.Api.Plans;
using Schematic.Contracts.Features;
using Schematic.Contracts.Plans;

namespace Schematic.Api.Entitlements;

/// <summary>Plans and overrides as features see them.</summary>
internal sealed class FeatureUseStore : IFeatureUses
{
    public IQueryable<FeatureRow> Narrow(SchematicDb db, IQueryable<FeatureRow> rows, FeaturesQuery query)
    {
        var (entitlements, overrides) = (db.PlanEntitlements, db.CompanyOverrides);
        var (versions, plans, companies) = (db.PlanVersions, db.Plans, db.Companies);
        // Of the version that is named, or of what is sold now, or of a draft that never was.
        if (query.WithoutPlanEntitlementFor is { } planId)
            rows = rows.Where(row =>
                !entitlements.Any(one =>
                    one.FeatureSeq == row.Seq
                    && versions.Any(sold =>
                        sold.Seq == one.PlanVersionSeq
                        && plans.Any(plan => plan.Seq == sold.PlanSeq && plan.Id == planId)
                        && (
                            query.PlanVersionId != null
                                ? sold.Id == query.PlanVersionId
                                : sold.Status == PlanVersionStatus.Published
                                    || (
                                        sold.Status == PlanVersionStatus.Draft
                                        && !versions.Any(other =>
                                            other.PlanSeq == sold.PlanSeq && other.Status == PlanVersionStatus.Published
                                        )
                                    )
                        )
                    )
                )
            );
        if (query.WithoutCompanyOverrideFor is { } companyId)
            rows = rows.Where(row =>
                !overrides.Any(one =>
                    one.FeatureSeq == row.Seq
                    && companies.Any(company => company.Seq == one.CompanySeq && company.Id == companyId)
                )
            );
        return rows;
    }

    public async Task<ILookup<int, PreviewObject>> PlansAsync(
        SchematicDb db,
        IReadOnlyCollection<int> featureSeqs,
        CancellationToken cancellationToken
    )
    {
        var found = await (
            from entitlement in db.PlanEntitlements
            join version in db.PlanVersions on entitlement.PlanVersionSeq equals version.Seq
            join plan in db.Plans on version.PlanSeq equals plan.Seq
            where
                EF.Parameter(featureSeqs).Contains(entitlement.FeatureSeq)
                && version.Status == PlanVersionStatus.Published
            orderby plan.Seq
            select new
            {
                entitlement.FeatureSeq,
                plan.Id,
                plan.Name,
            }
        ).ToListAsync(cancellationToken);
        return found.ToLookup(
            static one => one.FeatureSeq,
            static one => new PreviewObject { Id = one.Id, Name = one.Name }
        );
    }

    public async Task<string?> WhyKeptAsync(SchematicDb db, FeatureRow feature, CancellationToken cancellationToken)
    {
        var (versions, plans) = (db.PlanVersions.IgnoreQueryFilters(), db.Plans);
        var given = await (
            from entitlement in db.PlanEntitlements.IgnoreQueryFilters()
            join version in versions on entitlement.PlanVersionSeq equals version.Seq
            join plan in plans on version.PlanSeq equals plan.Seq
            where entitlement.FeatureSeq == feature.Seq
            select plan.Seq
        )
            .Distinct()
            .CountAsync(cancellationToken);
        var companies = await db
            .CompanyOverrides.IgnoreQueryFilters()
            .CountAsync(row => row.FeatureSeq == feature.Seq, cancellationToken);
        return given + companies == 0
            ? null
            : $"\"{ApiProblem.Shorten(feature.Name)}\" is given by {given} {(given == 1 ? "plan" : "plans")} "
                + $"(counting all versions) and {companies} company "
                + $"{(companies == 1 ? "override" : "overrides")} in all environments. Remove those first; "
                + "nothing was deleted.";
    }
}
