using Schematic.Rules.Flags.Comparison;
using Schematic.Rules.Flags.Definitions;
using Schematic.Rules.Flags.Lookup;

namespace Schematic.Rules.Flags.Checking;

/// <summary>Finds why no company and no user can ever match a rule.</summary>
internal static class Contradictions
{
    private static readonly ConditionKind[] SingleValued = [ConditionKind.Company, ConditionKind.User, ConditionKind.BasePlan];

    /// <summary>A sentence, or nothing.</summary>
    public static string? Find(RuleDefinition rule)
    {
        if (rule.Groups.Any(static group => group.Conditions.Count == 0))
            return "One of its groups has no conditions, so it never holds.";
        if (rule.Conditions.Any(static condition => NeverHolds(condition)))
            return "One of its conditions has nothing that it could hold for.";
        if (SingleValued.Any(kind => ExcludeEachOther(rule.Conditions.Where(condition => condition.Kind == kind))))
            return "Its conditions ask for different ones of what there is only one of.";
        return OnValues(rule).Any(static conditions => !CandidateValues.Satisfy(conditions)) ? "Its conditions on the same value exclude each other." : null;
    }

    private static bool NeverHolds(ConditionDefinition condition) => condition.Kind switch
    {
        ConditionKind.Unknown => true,
        ConditionKind.Metric => condition.EventSubtype is null,
        ConditionKind.Trait => condition.Trait is null,
        ConditionKind.Credit => condition.CreditId is null,
        _ => condition is { Operator: ComparisonOperator.Eq, ResourceIds.Count: 0 },
    };

    private static bool ExcludeEachOther(IEnumerable<ConditionDefinition> conditions)
    {
        HashSet<string>? allowed = null;
        var denied = new HashSet<string>();
        var (mustBeEmpty, mustNotBeEmpty) = (false, false);
        foreach (var condition in conditions)
        {
            switch (condition.Operator)
            {
                case ComparisonOperator.Eq when allowed is null: allowed = [.. condition.ResourceIds]; break;
                case ComparisonOperator.Eq: allowed.IntersectWith(condition.ResourceIds); break;
                case ComparisonOperator.Ne: denied.UnionWith(condition.ResourceIds); break;
                case ComparisonOperator.IsEmpty: mustBeEmpty = true; break;
                case ComparisonOperator.NotEmpty: mustNotBeEmpty = true; break;
            }
        }

        return (mustBeEmpty && (mustNotBeEmpty || allowed is not null)) || allowed?.IsSubsetOf(denied) == true;
    }

    /// <summary>The conditions that compare one value with what they name themselves.</summary>
    private static IEnumerable<IReadOnlyList<ConditionDefinition>> OnValues(RuleDefinition rule) =>
        rule.Conditions
            .Where(static condition => condition.ComparisonTrait is null && condition.Kind is ConditionKind.Metric or ConditionKind.Trait)
            .GroupBy(static condition => condition.Kind == ConditionKind.Trait
                ? $"{condition.Trait!.Entity} {condition.Trait.Id}"
                : $"{condition.EventSubtype} {new MetricKey(new IdKey(condition.EventSubtype), condition.MetricPeriod, condition.MetricPeriodMonthReset).Period} {condition.MetricPeriodMonthReset}")
            .Select(static group => (IReadOnlyList<ConditionDefinition>)[.. group]);
}
