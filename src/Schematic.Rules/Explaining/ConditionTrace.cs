using Schematic.Rules.Definitions;

namespace Schematic.Rules.Explaining;

/// <summary>A condition and how it was evaluated.</summary>
/// <param name="Condition">The condition.</param>
/// <param name="Outcome">Whether it holds.</param>
/// <param name="Expected">What the condition expects: "at least 5", "one of plan_1, plan_2". Empty if it was not
/// reached.</param>
/// <param name="Actual">What was found: "3", "plan_3". Empty if it was not reached.</param>
/// <param name="Note">A sentence on what the two do not show, such as a value that is not a number.</param>
public sealed record ConditionTrace(
    ConditionDefinition Condition,
    Outcome Outcome,
    string Expected,
    string Actual,
    string? Note
);
