using Microsoft.EntityFrameworkCore;
using Schematic.Api.Entities;
using Schematic.Api.Entitlements;
using Schematic.Api.Entitlements.Terms;
using Schematic.Api.Features;
using Schematic.Api.Flags;
using Schematic.Api.Persistence;
using Schematic.Api.Plans;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Features;

namespace Schematic.Api.Companies.Usage;

/// <summary>
/// Turns uses of features into answers, with everything that these name: three statements, and five where there are
/// overrides, however many uses.
/// </summary>
internal sealed class FeatureUseReader(SchematicDb db, IFeatureUses uses, string environmentId)
{
    /// <summary>Answers in the same order.</summary>
    /// <param name="withCandidates">Whether each tells everything that speaks of its feature.</param>
    public async Task<IReadOnlyList<FeatureUsageResponseData>> ToContractAsync(
        IReadOnlyList<FeatureUse> page,
        bool withCandidates,
        CancellationToken cancellationToken
    )
    {
        if (page.Count == 0)
            return [];
        var told = page.SelectMany(use => Told(use, withCandidates)).ToList();
        var features = await FeaturesAsync(page, cancellationToken);
        var plans = await PlanEntitlementsAsync(told, cancellationToken);
        var overrides = await OverridesAsync(told, cancellationToken);
        return
        [
            .. page.Select(use =>
            {
                var id = use.Granted.Terms.Id;
                var usage = use.ToContract(plans.GetValueOrDefault(id), overrides.GetValueOrDefault(id)) with
                {
                    Feature = features.GetValueOrDefault(use.Entitlement.Feature.Seq),
                };
                return withCandidates
                    ? usage with
                    {
                        Candidates =
                        [
                            .. use.Entitlement.Outcomes.Select(one => ToContract(one, use, plans, overrides)),
                        ],
                    }
                    : usage;
            }),
        ];
    }

    private static IEnumerable<EntitlementTerms> Told(FeatureUse use, bool withCandidates) =>
        withCandidates ? use.Entitlement.Outcomes.Select(static outcome => outcome.Terms) : [use.Granted.Terms];

    private static EntitlementCandidateResponseData ToContract(
        CandidateOutcome outcome,
        FeatureUse use,
        Dictionary<string, PlanEntitlementResponseData> plans,
        Dictionary<string, CompanyOverrideResponseData> overrides
    ) =>
        new()
        {
            EntitlementId = outcome.Terms.Id,
            Status = outcome.Status switch
            {
                CandidateStatus.Applied => EntitlementCandidateStatus.Applied,
                CandidateStatus.Expired => EntitlementCandidateStatus.Expired,
                _ => EntitlementCandidateStatus.Outbid,
            },
            OutbidById = outcome.LostTo?.Id,
            PlanEntitlement = plans.GetValueOrDefault(outcome.Terms.Id),
            PlanVersion = use
                .Company.Entitlements.Versions.FirstOrDefault(version => version.Id == outcome.Terms.PlanVersionId)
                ?.Version,
            CompanyOverride = overrides.GetValueOrDefault(outcome.Terms.Id),
        };

    private async Task<Dictionary<int, FeatureInPlanResponseData>> FeaturesAsync(
        IReadOnlyList<FeatureUse> page,
        CancellationToken cancellationToken
    )
    {
        var seqs = page.Select(static use => use.Entitlement.Feature.Seq).Distinct().ToList();
        var plans = await uses.PlansAsync(db, seqs, cancellationToken);
        var found = await (
            from feature in db.Features.AsNoTracking()
            where EF.Parameter(seqs).Contains(feature.Seq)
            join flag in db.Flags on (int?)feature.Seq equals flag.FeatureSeq into flags
            from flag in flags.DefaultIfEmpty()
            join trait in db.EntityTraitDefinitions on feature.TraitId equals trait.Id into traits
            from trait in traits.DefaultIfEmpty()
            select new
            {
                Feature = feature,
                Flag = flag,
                Trait = trait,
            }
        ).ToListAsync(cancellationToken);
        return found.ToDictionary(
            static one => one.Feature.Seq,
            one =>
                one.Feature.ToPlanContract(one.Flag, [.. plans[one.Feature.Seq]]) with
                {
                    Trait = one.Trait?.ToContract(),
                }
        );
    }

    private async Task<Dictionary<string, PlanEntitlementResponseData>> PlanEntitlementsAsync(
        List<EntitlementTerms> told,
        CancellationToken cancellationToken
    )
    {
        var ids = Ids(told, static source => source != EntitlementSource.Override);
        if (ids.Count == 0)
            return [];
        var found = await PlanEntitlementReader
            .Details(db, db.PlanEntitlements.Where(row => EF.Parameter(ids).Contains(row.Id)))
            .ToListAsync(cancellationToken);
        return found.ToDictionary(
            static detail => detail.Row.Id,
            detail => detail.ToContract(environmentId),
            StringComparer.Ordinal
        );
    }

    private async Task<Dictionary<string, CompanyOverrideResponseData>> OverridesAsync(
        List<EntitlementTerms> told,
        CancellationToken cancellationToken
    )
    {
        var ids = Ids(told, static source => source == EntitlementSource.Override);
        if (ids.Count == 0)
            return [];
        var found = await CompanyOverrideReader
            .Details(db, db.CompanyOverrides.Where(row => EF.Parameter(ids).Contains(row.Id)))
            .ToListAsync(cancellationToken);
        var answers = await CompanyOverrideReader.ToContractAsync(db, found, environmentId, cancellationToken);
        // The company is named by the answer around it, or by the question.
        return answers.ToDictionary(
            static one => one.Id,
            static one => one with { Company = null },
            StringComparer.Ordinal
        );
    }

    private static List<string> Ids(List<EntitlementTerms> told, Func<EntitlementSource, bool> isWanted) =>
        [.. told.Where(terms => isWanted(terms.Source)).Select(static terms => terms.Id).Distinct()];
}
