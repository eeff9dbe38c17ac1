using Schematic.Rules.Definitions;
using Schematic.Rules.Explaining;

namespace Schematic.Rules.Conditions;

/// <summary>A kind of a later time never holds: what is not understood opens nothing.</summary>
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
