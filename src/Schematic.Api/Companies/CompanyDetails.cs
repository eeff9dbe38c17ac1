using Schematic.Api.Entities;
using Schematic.Api.Entitlements;
using Schematic.Api.Evaluation;
using Schematic.Api.Flags.Rules;
using Schematic.Api.Persistence;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Flags;
using Schematic.Contracts.Plans;
using Schematic.Rules.Facts;

namespace Schematic.Api.Companies;

/// <summary>
/// Adds to companies what they may use: their plans, their entitlements with the usage of now, and the rules that come
/// from both. Four statements at most, however many companies.
/// </summary>
/// <param name="catalog">What is sold in the environment.</param>
internal sealed class CompanyDetails(EntitlementCatalog catalog, string environmentId, DateTimeOffset now)
{
    /// <param name="companies">In the order of the answer.</param>
    /// <param name="withDefinitions">False in lists, which would say the same few definitions on every row.</param>
    public async Task<IReadOnlyList<CompanyDetailResponseData>> ToContractAsync(
        SchematicDb db,
        IReadOnlyList<EntityDetail> companies,
        bool withDefinitions,
        CancellationToken cancellationToken
    )
    {
        var standings = await CompanyStanding.ReadAsync(db, catalog, companies, now, cancellationToken);
        return [.. standings.Select(standing => ToContract(standing, withDefinitions))];
    }

    public CompanyDetailResponseData ToContract(CompanyStanding standing, bool withDefinitions)
    {
        var company = standing.Company.ToCompanyContract(environmentId, withDefinitions) with
        {
            Metrics = CompanyMetrics.ToContract(
                standing.Counted,
                catalog.AccountId,
                environmentId,
                standing.Company.Id,
                now
            ),
            BillingCreditBalances = standing.Credits.Figures.ToDictionary(
                static credit => credit.Key,
                static credit => MicroCredits.ToWire(credit.Value.RemainingMicroCredits)
            ),
        };
        if (standing.Grants is { Plans.Count: 0, Overrides.Count: 0 })
            return company;
        var plans = Plans(standing);
        return company with
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
            Entitlements = Entitlements(standing),
            Rules = Rules(standing),
        };
    }

    private Dictionary<SoldVersion, CompanyPlanWithBillingSubView> Plans(CompanyStanding standing)
    {
        var plans = new Dictionary<SoldVersion, CompanyPlanWithBillingSubView>();
        foreach (var plan in standing.Grants.Plans)
        {
            if (catalog.VersionOf(plan) is { } version)
                plans[version] = new CompanyPlanWithBillingSubView
                {
                    Id = version.PlanId,
                    Name = version.PlanName,
                    PlanVersionId = version.Id,
                    AddedOn = plan.AddedAt,
                    IncludedCreditGrants = version.Credits,
                };
        }

        return plans;
    }

    // Of a feature without a flag nothing can be checked.
    private List<FeatureEntitlement> Entitlements(CompanyStanding standing) =>
        [
            .. standing
                .Entitlements.Features.Where(static one => one.Granted is not null && one.Feature.FlagKey is not null)
                .Select(one => catalog.Make(one, static one => one.Granted!.ToFacts(one.Feature.FlagKey!)))
                .Select(given => EntitlementFigures.Of(given, standing.Context, now).Complete(given).ToContract()),
        ];

    private List<Rule> Rules(CompanyStanding standing)
    {
        var rules = new EngineRules(catalog.AccountId, environmentId, catalog.Traits);
        return
        [
            .. standing.Entitlements.Features.SelectMany(one =>
                catalog.Make(one, one => one.Rules.Select(rule => rules.ToContract(rule, one.Feature.FlagId)).ToList())
            ),
        ];
    }
}
