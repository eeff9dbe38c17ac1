using Schematic.Rules.Definitions;

namespace Schematic.Rules.Explaining;

/// <summary>Conditions of which one must hold, each with its own outcome.</summary>
public sealed record GroupTrace(
    ConditionGroupDefinition Group,
    Outcome Outcome,
    IReadOnlyList<ConditionTrace> Conditions
);
