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
            observer.Record(this, holds, Words.OneOf(IsNegated, _ids), scope.User?.UserId ?? Words.NoUser, scope.User is null ? Words.NoUserNote : null);
        return holds;
    }
}
