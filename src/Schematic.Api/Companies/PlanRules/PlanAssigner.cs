using Schematic.Api.Entities;
using Schematic.Api.Entitlements;
using Schematic.Api.Evaluation;
using Schematic.Api.Persistence;
using Schematic.Api.Plans;
using Schematic.Api.Plans.Changes;
using Schematic.Contracts.Entities;

namespace Schematic.Api.Companies.PlanRules;

/// <summary>
/// Gives companies the plans that they are to have by the rules of their environment, and takes the others.
/// </summary>
internal sealed class PlanAssigner(
    IDatabase database,
    FlagSnapshots snapshots,
    IPlanBenefits benefits,
    TimeProvider time
)
{
    /// <param name="seqs">Companies; users among them, and who is gone, are passed over.</param>
    public async Task ApplyAsync(
        int environmentSeq,
        IReadOnlyList<long> seqs,
        PlanRuleSet rules,
        CancellationToken cancellationToken
    )
    {
        var catalog = (await snapshots.OfAsync(environmentSeq, cancellationToken)).Catalog;
        List<long> differing;
        await using (var db = database.Open(environmentSeq))
            differing = Seqs(await VerdictsAsync(db, catalog, seqs, rules, cancellationToken));
        if (differing.Count == 0)
            return;
        await database.WriteAsync(
            environmentSeq,
            async (db, token) =>
            {
                var writer = new CompanyPlanWriter(db, time.Now(), benefits);
                await writer.LockPlansAsync(rules.PlanIds, token);
                await writer.LockCompaniesAsync(differing, token);
                // Once more: what was read before the lock may have changed.
                var verdicts = await VerdictsAsync(db, catalog, differing, rules, token);
                foreach (var group in verdicts.GroupBy(static verdict => verdict.Action))
                    await writer.SetAsync(
                        [.. group.Select(static verdict => verdict.Wanted)],
                        new PlanChangeCause(group.Key, PlanChangeActor.System),
                        token
                    );
            },
            cancellationToken
        );
    }

    private static List<long> Seqs(IEnumerable<PlanVerdict> verdicts) =>
        [.. verdicts.Select(static verdict => verdict.Wanted.CompanySeq)];

    private async Task<IReadOnlyList<PlanVerdict>> VerdictsAsync(
        SchematicDb db,
        EntitlementCatalog catalog,
        IReadOnlyList<long> seqs,
        PlanRuleSet rules,
        CancellationToken cancellationToken
    )
    {
        var companies = (await EntityReader.DetailsAsync(db, seqs, cancellationToken))
            .Where(static entity => entity.EntityType == EntityType.Company)
            .ToList();
        var standings = await CompanyStanding.ReadAsync(db, catalog, companies, time.Now(), cancellationToken);
        var histories = await HistoriesAsync(db, standings, rules, cancellationToken);
        return
        [
            .. standings
                .Select(company => PlanVerdict.Of(company, rules, histories.GetValueOrDefault(company.Company.Seq)))
                .OfType<PlanVerdict>(),
        ];
    }

    // Only who has no plan may get the one of new companies, or the one of those that have lost theirs.
    private static Task<IReadOnlyDictionary<long, PlanHistory>> HistoriesAsync(
        SchematicDb db,
        IReadOnlyList<CompanyStanding> companies,
        PlanRuleSet rules,
        CancellationToken cancellationToken
    ) =>
        PlanHistory.ReadAsync(
            db,
            rules is { Initial: null, Fallback: null }
                ? []
                :
                [
                    .. companies
                        .Where(static company =>
                            company.Grants.Plans.All(static row => row.PlanType != Contracts.Plans.PlanType.Plan)
                        )
                        .Select(static company => company.Company.Id),
                ],
            cancellationToken
        );
}
