using Schematic.Rules.Definitions;

namespace Schematic.Rules.Explaining;

/// <summary>
/// A rule and how its conditions were evaluated. The conditions of a rule that always matches are not evaluated.
/// </summary>
public sealed record RuleTrace(
    RuleDefinition Rule,
    Outcome Outcome,
    IReadOnlyList<ConditionTrace> Conditions,
    IReadOnlyList<GroupTrace> Groups
)
{
    /// <summary>The number of its conditions and groups that do not hold; a group counts once.</summary>
    public int FailureCount =>
        Conditions.Count(static condition => condition.Outcome == Outcome.NotMatched)
        + Groups.Count(static group => group.Outcome == Outcome.NotMatched);
}
