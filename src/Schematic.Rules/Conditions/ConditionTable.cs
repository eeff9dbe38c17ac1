using Schematic.Rules.Definitions;

namespace Schematic.Rules.Conditions;

/// <summary>Prepares and evaluates the conditions of each kind.</summary>
internal static class ConditionTable
{
    public static PreparedCondition Prepare(ConditionDefinition condition) =>
        condition.Kind switch
        {
            ConditionKind.Company
            or ConditionKind.User
            or ConditionKind.Plan
            or ConditionKind.PlanVersion
            or ConditionKind.BillingProduct => new MembershipCondition(condition),
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
            MembershipCondition membership => membership.Holds(scope, ref observer),
            MetricCondition metric => metric.Holds(scope, ref observer),
            CreditCondition credit => credit.Holds(scope, ref observer),
            BasePlanCondition basePlan => basePlan.Holds(scope, ref observer),
            _ => ((UnknownCondition)condition).Holds(ref observer),
        };
}
