using Schematic.Api.Entitlements;
using Schematic.Rules;
using Schematic.Rules.Facts;

namespace Schematic.Api.Evaluation;

/// <summary>A company with what it may use, as long as that holds.</summary>
/// <param name="Catalog">What was sold when it was made.</param>
/// <param name="ValidUntil">When an override expires; null never.</param>
internal sealed record PlannedCompany(CompanyContext Context, EntitlementCatalog Catalog, DateTimeOffset? ValidUntil)
{
    public bool IsFresh(EntitlementCatalog catalog, DateTimeOffset now) =>
        ReferenceEquals(Catalog, catalog) && !(now >= ValidUntil);

    public static PlannedCompany Of(
        CompanyContext company,
        EntitlementCatalog catalog,
        CompanyGrants grants,
        DateTimeOffset now
    )
    {
        if (grants.Plans.Count == 0 && grants.Overrides.Count == 0)
            return new PlannedCompany(company.With(PlanContext.None), catalog, null);
        var entitlements = new CompanyEntitlements(catalog, grants, company.CompanyId, company.TraitText, now);
        var plans = entitlements.IsShared
            ? catalog.Share(entitlements.Versions, () => Prepare(catalog, entitlements))
            : Prepare(catalog, entitlements);
        return new PlannedCompany(company.With(plans), catalog, entitlements.ValidUntil);
    }

    private static PlanContext Prepare(EntitlementCatalog catalog, CompanyEntitlements entitlements)
    {
        var rules = new Dictionary<string, PreparedRules>(StringComparer.Ordinal);
        var facts = new List<EntitlementFacts>();
        foreach (var entitlement in entitlements.Features)
        {
            if (entitlement is not { Granted: { } granted, Feature: { FlagId: { } flagId, FlagKey: { } flagKey } })
                continue;
            rules[flagId] = catalog.Make(entitlement, one => catalog.Prepare(one.Rules));
            facts.Add(catalog.Make(entitlement, _ => granted.ToFacts(flagKey)));
        }

        return PlanContext.Prepare(
            new PlanFacts
            {
                PlanIds = [.. entitlements.Versions.Select(static version => version.PlanId)],
                PlanVersionIds = [.. entitlements.Versions.Select(static version => version.Id)],
                BasePlanId = entitlements.Versions.FirstOrDefault(static version => version.IsBasePlan)?.PlanId,
                Entitlements = facts,
                DerivedRules = rules,
            }
        );
    }
}
