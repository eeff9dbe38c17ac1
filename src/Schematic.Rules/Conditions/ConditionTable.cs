using Schematic.Rules.Definitions;
using Schematic.Rules.Explaining;

namespace Schematic.Rules.Conditions;

/// <summary>The kinds of conditions: how each is prepared and asked.</summary>
internal static class ConditionTable
{
    public static PreparedCondition Prepare(ConditionDefinition condition) =>
        condition.Kind switch
        {
            ConditionKind.Company => new CompanyCondition(condition),
            ConditionKind.User => new UserCondition(condition),
            ConditionKind.Plan => new PlanCondition(condition),
            ConditionKind.PlanVersion => new PlanVersionCondition(condition),
            ConditionKind.BillingProduct => new BillingProductCondition(condition),
            ConditionKind.BasePlan => new BasePlanCondition(condition),
            ConditionKind.Metric => new MetricCondition(condition),
            ConditionKind.Trait => new TraitCondition(condition),
            ConditionKind.Credit => new CreditCondition(condition),
            _ => new UnknownCondition(condition),
        };

    // A generic virtual method would be looked up at run time on every call; a test of a sealed type is one comparison.
    public static bool Holds<TObserver>(PreparedCondition condition, in EvaluationScope scope, ref TObserver observer)
        where TObserver : struct, IEvaluationObserver =>
        condition switch
        {
            TraitCondition trait => trait.Holds(scope, ref observer),
            MetricCondition metric => metric.Holds(scope, ref observer),
            PlanCondition plan => plan.Holds(scope, ref observer),
            CompanyCondition company => company.Holds(scope, ref observer),
            UserCondition user => user.Holds(scope, ref observer),
            CreditCondition credit => credit.Holds(scope, ref observer),
            BasePlanCondition basePlan => basePlan.Holds(scope, ref observer),
            PlanVersionCondition version => version.Holds(scope, ref observer),
            BillingProductCondition product => product.Holds(scope, ref observer),
            _ => ((UnknownCondition)condition).Holds(ref observer),
        };
}
