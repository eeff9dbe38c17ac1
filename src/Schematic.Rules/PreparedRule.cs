using Schematic.Rules.Conditions;
using Schematic.Rules.Definitions;

namespace Schematic.Rules;

/// <summary>A rule with prepared conditions, its reason text and its place in the order of evaluation.</summary>
internal sealed class PreparedRule
{
    private const int PlacesPerTier = 2;

    private readonly PreparedCondition[] _conditions;
    private readonly PreparedGroup[] _groups;
    private readonly bool _isUnconditional;

    public PreparedRule(RuleDefinition definition)
    {
        Definition = definition;
        Reason = Reasons.Matched(definition);
        Place = ((int)definition.Tier * PlacesPerTier) + (IsDeniedInDerivedTier(definition) ? 1 : 0);
        Priority = definition.Tier == RuleTier.Standard ? definition.Priority : 0;
        _isUnconditional = definition.Tier is RuleTier.GlobalOverride or RuleTier.Default;
        _conditions = [.. definition.Conditions.Select(ConditionTable.Prepare)];
        _groups = [.. definition.Groups.Select(static group => new PreparedGroup(group))];
    }

    public RuleDefinition Definition { get; }

    public string Reason { get; }

    /// <summary>
    /// The order by tier; within tiers 2 to 5, rules with the value true are tried before those with false.
    /// </summary>
    public int Place { get; }

    /// <summary>The order within a place; 0 except for standard rules.</summary>
    public long Priority { get; }

    public bool Matches<TObserver>(in EvaluationScope scope, ref TObserver observer)
        where TObserver : struct, IEvaluationObserver
    {
        observer.EnterRule(this);
        var isMatch = _isUnconditional || AllHold(scope, ref observer);
        observer.LeaveRule(isMatch);
        return isMatch;
    }

    public bool IsBefore(PreparedRule other) => Place != other.Place ? Place < other.Place : Priority < other.Priority;

    private bool AllHold<TObserver>(in EvaluationScope scope, ref TObserver observer)
        where TObserver : struct, IEvaluationObserver
    {
        var allHold = true;
        foreach (var condition in _conditions)
        {
            allHold &= ConditionTable.Holds(condition, scope, ref observer);
            if (!allHold && !TObserver.IsRecording)
                return false;
        }

        foreach (var group in _groups)
        {
            allHold &= group.Holds(scope, ref observer);
            if (!allHold && !TObserver.IsRecording)
                return false;
        }

        return allHold;
    }

    private static bool IsDeniedInDerivedTier(RuleDefinition rule) =>
        !rule.Value && rule.Tier is >= RuleTier.CompanyOverride and <= RuleTier.PlanEntitlementUsageExceeded;
}
