using Schematic.Rules.Definitions;

namespace Schematic.Rules.Conditions;

/// <summary>
/// A condition with its ids in a set and its numbers and dates parsed. <see cref="ConditionTable"/> evaluates it.
/// </summary>
internal abstract class PreparedCondition(ConditionDefinition definition)
{
    public ConditionDefinition Definition { get; } = definition;

    public ComparisonOperator Operator { get; } = definition.Operator;

    public bool IsNegated => Operator == ComparisonOperator.Ne;
}
