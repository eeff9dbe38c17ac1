using Schematic.Rules.Definitions;

namespace Schematic.Rules.Explaining;

/// <summary>A rule with all it asked. A rule that always matches, and one that was not reached, asks nothing.</summary>
public sealed record RuleTrace(
    RuleDefinition Rule,
    Outcome Outcome,
    IReadOnlyList<ConditionTrace> Conditions,
    IReadOnlyList<GroupTrace> Groups
)
{
    /// <summary>How many of its conditions and groups do not hold; a group counts once.</summary>
    public int FailureCount =>
        Conditions.Count(static condition => condition.Outcome == Outcome.NotMatched)
        + Groups.Count(static group => group.Outcome == Outcome.NotMatched);
}
