using Schematic.Rules.Definitions;

namespace Schematic.Rules.Explaining;

/// <summary>A group of conditions and how each was evaluated.</summary>
public sealed record GroupTrace(
    ConditionGroupDefinition Group,
    Outcome Outcome,
    IReadOnlyList<ConditionTrace> Conditions
);
