using Schematic.Rules.Definitions;

namespace Schematic.Rules.Explaining;

/// <summary>One question and its answer.</summary>
/// <param name="Condition">As defined.</param>
/// <param name="Outcome">Whether it holds.</param>
/// <param name="Expected">What it asks for: "at least 5", "one of plan_1, plan_2". Empty where it was not reached.</param>
/// <param name="Actual">What there is: "3", "plan_3". Empty where it was not reached.</param>
/// <param name="Note">A sentence on what cannot be seen from the two, such as a value that is not a number.</param>
public sealed record ConditionTrace(
    ConditionDefinition Condition,
    Outcome Outcome,
    string Expected,
    string Actual,
    string? Note
);
