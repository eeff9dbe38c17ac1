using Schematic.Rules.Definitions;
using Schematic.Rules.Explaining;
using Schematic.Rules.Lookup;

namespace Schematic.Rules.Conditions;

/// <summary>The user is one of these; with <c>ne</c>, there is one and it is none of these.</summary>
internal sealed class UserCondition(ConditionDefinition definition) : PreparedCondition(definition)
{
    private readonly IdSet _ids = new(definition.ResourceIds);

    public bool Holds<TObserver>(in EvaluationScope scope, ref TObserver observer)
        where TObserver : struct, IEvaluationObserver
    {
        var holds = scope.User is { } user && _ids.Contains(user.Id) != IsNegated;
        if (TObserver.IsRecording)
            observer.Record(
                this,
                holds,
                ExplanationText.OneOf(IsNegated, _ids),
                scope.User?.UserId ?? ExplanationText.NoUser,
                scope.User is null ? ExplanationText.NoUserNote : null
            );
        return holds;
    }
}
