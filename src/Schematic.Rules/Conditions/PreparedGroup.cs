using Schematic.Rules.Definitions;

namespace Schematic.Rules.Conditions;

/// <summary>A group of conditions, one of which must hold.</summary>
internal sealed class PreparedGroup(ConditionGroupDefinition definition)
{
    private readonly PreparedCondition[] _conditions = [.. definition.Conditions.Select(ConditionTable.Prepare)];

    public ConditionGroupDefinition Definition { get; } = definition;

    public bool Holds<TObserver>(in EvaluationScope scope, ref TObserver observer)
        where TObserver : struct, IEvaluationObserver
    {
        observer.EnterGroup(this);
        var holds = false;
        foreach (var condition in _conditions)
        {
            holds |= ConditionTable.Holds(condition, scope, ref observer);
            if (holds && !TObserver.IsRecording)
                break;
        }

        observer.LeaveGroup(holds);
        return holds;
    }
}
