using Microsoft.EntityFrameworkCore;
using Schematic.Api.Entities;
using Schematic.Api.Entitlements;
using Schematic.Api.Environments;
using Schematic.Api.Evaluation;
using Schematic.Api.Events.Metering;
using Schematic.Api.Flags.Rules;
using Schematic.Api.Persistence;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Plans;
using Schematic.Rules.Facts;

namespace Schematic.Api.Companies;

/// <summary>
/// Adds to companies what they may use: their plans, their entitlements with the usage of now, and the rules that come
/// from both. Three statements, however many companies.
/// </summary>
/// <param name="catalog">What is sold in the environment.</param>
internal sealed class CompanyDetails(
    SchematicDb db,
    EntitlementCatalog catalog,
    string environmentId,
    DateTimeOffset now
)
{
    /// <param name="companies">In the order of the answer.</param>
    /// <param name="withDefinitions">False in lists, which would say the same few definitions on every row.</param>
    public async Task<IReadOnlyList<CompanyDetailResponseData>> ToContractAsync(
        IReadOnlyList<EntityDetail> companies,
        bool withDefinitions,
        CancellationToken cancellationToken
    )
    {
        if (companies.Count == 0)
            return [];
        var seqs = companies.Select(static company => company.Seq).ToList();
        var grants = await CompanyGrants.ReadAsync(db, seqs, cancellationToken);
        var counted = (await CountedEvent.ReadAsync(db, seqs, now, cancellationToken)).ToLookup(static one =>
            one.CompanySeq
        );
        var accountId = await db.Accounts.Select(static row => row.Id).FirstAsync(cancellationToken);
        return
        [
            .. companies.Select(company =>
            {
                var detail = company.ToCompanyContract(environmentId, withDefinitions) with
                {
                    Metrics = CompanyMetrics.ToContract(
                        [.. counted[company.Seq]],
                        accountId,
                        environmentId,
                        company.Id,
                        now
                    ),
                };
                return grants.TryGetValue(company.Seq, out var given)
                    ? WithPlans(detail, company, given, counted[company.Seq], accountId)
                    : detail;
            }),
        ];
    }

    private CompanyDetailResponseData WithPlans(
        CompanyDetailResponseData detail,
        EntityDetail company,
        CompanyGrants grants,
        IEnumerable<CountedEvent> counted,
        string accountId
    )
    {
        var context = CompanyContext.Prepare(
            new CompanyFacts
            {
                Id = company.Id,
                Traits = CachedEntity.Facts(company),
                Metrics = [.. counted.SelectMany(static one => one.Facts())],
            }
        );
        var entitlements = new CompanyEntitlements(catalog, grants, company.Id, context.TraitText, now);
        var added = grants.Plans.ToDictionary(static plan => plan.PlanVersionSeq, static plan => plan.AddedAt);
        var plans = entitlements.Versions.ToDictionary(
            static version => version,
            version => new CompanyPlanWithBillingSubView
            {
                Id = version.PlanId,
                Name = version.PlanName,
                PlanVersionId = version.Id,
                AddedOn = added[version.Seq],
                IncludedCreditGrants = [],
            }
        );
        var rules = new EngineRules(accountId, environmentId, catalog.Traits);
        return detail with
        {
            Plan = plans.FirstOrDefault(static plan => plan.Key.IsBasePlan).Value,
            AddOns = [.. plans.Where(static plan => !plan.Key.IsBasePlan).Select(static plan => plan.Value)],
            Plans =
            [
                .. plans.Keys.Select(static version => new GenericPreviewObject
                {
                    Id = version.PlanId,
                    Name = version.PlanName,
                }),
            ],
            Entitlements =
            [
                .. entitlements
                    .Features.Where(static one => one.Granted is not null && one.Feature.FlagKey is not null)
                    .Select(one =>
                        EntitlementFigures
                            .FactsOf(one.Granted!, one.Feature.FlagKey!)
                            .WithFigures(context, now)
                            .ToContract()
                    ),
            ],
            Rules =
            [
                .. entitlements.Features.SelectMany(one =>
                    one.Rules.Select(rule => rules.ToContract(rule, one.Feature.FlagId))
                ),
            ],
        };
    }
}
