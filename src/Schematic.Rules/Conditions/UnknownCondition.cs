using Schematic.Rules.Definitions;

namespace Schematic.Rules.Conditions;

/// <summary>
/// A condition of an unknown kind, which never holds: what the engine does not understand must not turn a flag on.
/// </summary>
internal sealed class UnknownCondition(ConditionDefinition definition) : PreparedCondition(definition)
{
    public bool Holds<TObserver>(ref TObserver observer)
        where TObserver : struct, IEvaluationObserver
    {
        if (TObserver.IsRecording)
            observer.Record(
                this,
                false,
                "a known type of condition",
                "an unknown one",
                "This type of condition is not known here, so it does not hold."
            );
        return false;
    }
}
