using Schematic.Rules.Flags.Definitions;
using Schematic.Rules.Flags.Explaining;

namespace Schematic.Rules.Flags.Conditions;

/// <summary>A kind of a later time never holds: what is not understood opens nothing.</summary>
internal sealed class UnknownCondition(ConditionDefinition definition) : PreparedCondition(definition)
{
    public bool Holds<TObserver>(ref TObserver observer)
        where TObserver : struct, IEvaluationObserver
    {
        if (TObserver.IsRecording)
            observer.Record(this, false, "a known type of condition", "an unknown one", "This type of condition is not known here, so it does not hold.");
        return false;
    }
}
