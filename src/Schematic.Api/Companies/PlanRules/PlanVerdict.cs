using Schematic.Api.Evaluation;
using Schematic.Api.Plans;
using Schematic.Contracts.Plans;
using Schematic.Rules;
using Schematic.Rules.Facts;

namespace Schematic.Api.Companies.PlanRules;

/// <summary>
/// The plans that a company is to have by the rules of its environment. Source: domain-plans, plan changes and special
/// plans; where audiences meet, our inference: what somebody assigned stays, of several plans the oldest wins, and
/// conditions on plans look only at plans that somebody assigned, so that audiences cannot chase each other.
/// </summary>
/// <param name="Action">The operation that the change is recorded as.</param>
internal sealed record PlanVerdict(WantedPlans Wanted, PlanChangeAction Action)
{
    /// <returns>Null if the company has them already.</returns>
    public static PlanVerdict? Of(CompanyStanding company, PlanRuleSet rules, PlanHistory history)
    {
        var held = company.Grants.Plans;
        var matching = Matching(company, rules);
        var sources = new Dictionary<int, CompanyPlanSource>();
        foreach (var row in held.Where(static row => row.PlanType == PlanType.AddOn && !IsByAudience(row)))
            sources[row.PlanSeq] = row.Source;
        foreach (var addOn in matching.Where(static audience => !audience.IsBasePlan))
            sources.TryAdd(addOn.PlanSeq, CompanyPlanSource.Audience);
        var had = held.FirstOrDefault(static row => row.PlanType == PlanType.Plan);
        var plan = BasePlan(company, had, [.. matching.Where(static audience => audience.IsBasePlan)], rules, history);
        if (plan is { } wanted)
            sources[wanted.PlanSeq] = wanted.Source;
        if (held.Count == sources.Count && held.All(row => sources.ContainsKey(row.PlanSeq)))
            return null;
        return new PlanVerdict(
            new WantedPlans(company.Company.Seq, sources.Keys, ActionOf(had, plan)) { Sources = sources },
            plan is { Source: CompanyPlanSource.Fallback } && had?.PlanSeq != plan.Value.PlanSeq
                    ? PlanChangeAction.FallbackPlan
                : plan is { Source: CompanyPlanSource.Initial } && had is null ? PlanChangeAction.CompanyUpsert
                : PlanChangeAction.PlanTraitChange
        );
    }

    /// <summary>The audiences that a company is in.</summary>
    public static IReadOnlyList<Audience> Matching(CompanyStanding company, PlanRuleSet rules)
    {
        if (rules.Audiences.Count == 0)
            return [];
        var subject = new CheckSubject(AsAssigned(company), null);
        return [.. rules.Audiences.Where(audience => FlagEvaluator.Evaluate(audience.Rule, subject).Value)];
    }

    /// <summary>The company with only the plans that somebody assigned.</summary>
    public static CompanyContext AsAssigned(CompanyStanding company) =>
        PlannedCompany
            .Of(
                company.Context,
                company.Catalog,
                company.Grants with
                {
                    Plans = [.. company.Grants.Plans.Where(static row => row.Source == CompanyPlanSource.Assigned)],
                },
                company.Now
            )
            .Context;

    private static bool IsByAudience(CompanyPlanRow row) => row.Source == CompanyPlanSource.Audience;

    private static (int PlanSeq, CompanyPlanSource Source)? BasePlan(
        CompanyStanding company,
        CompanyPlanRow? had,
        IReadOnlyList<Audience> matching,
        PlanRuleSet rules,
        PlanHistory history
    )
    {
        if (had is { Source: CompanyPlanSource.Assigned })
            return (had.PlanSeq, had.Source);
        if (matching.Count > 0)
            return (
                matching.Any(audience => audience.PlanSeq == had?.PlanSeq) ? had!.PlanSeq : matching[0].PlanSeq,
                CompanyPlanSource.Audience
            );
        if (had is not null && !IsByAudience(had))
            return (had.PlanSeq, had.Source);
        if (rules.Fallback is { } fallback && (had is not null || history.LostAt >= fallback.Since))
            return (fallback.PlanSeq, CompanyPlanSource.Fallback);
        return
            rules.Initial is { } initial
            && !history.HadPlan
            && had is null
            && company.Company.CreatedAt >= initial.Since
            ? (initial.PlanSeq, CompanyPlanSource.Initial)
            : null;
    }

    private static PlanChangeBasePlanAction? ActionOf(
        CompanyPlanRow? had,
        (int PlanSeq, CompanyPlanSource Source)? plan
    ) =>
        had?.PlanSeq == plan?.PlanSeq
            ? null
            : plan?.Source switch
            {
                CompanyPlanSource.Fallback => PlanChangeBasePlanAction.Fallback,
                CompanyPlanSource.Initial => PlanChangeBasePlanAction.Initial,
                _ => PlanChangeBasePlanAction.Trait,
            };
}
