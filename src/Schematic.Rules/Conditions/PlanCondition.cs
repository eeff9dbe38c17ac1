using Schematic.Rules.Definitions;
using Schematic.Rules.Explaining;
using Schematic.Rules.Lookup;

namespace Schematic.Rules.Conditions;

/// <summary>The company has one of these plans or add-ons; with <c>ne</c>, there is a company and it has none of these.</summary>
internal sealed class PlanCondition(ConditionDefinition definition) : PreparedCondition(definition)
{
    private readonly IdSet _ids = new(definition.ResourceIds);

    public bool Holds<TObserver>(in EvaluationScope scope, ref TObserver observer)
        where TObserver : struct, IEvaluationObserver
    {
        var holds = scope.Company is { } company && _ids.Intersects(company.PlanIds) != IsNegated;
        if (TObserver.IsRecording)
            observer.Record(
                this,
                holds,
                ExplanationText.OneOf(IsNegated, _ids),
                scope.Company is { } seen ? ExplanationText.List(seen.PlanIds) : ExplanationText.NoCompany,
                scope.Company is null ? ExplanationText.NoCompanyNote : null
            );
        return holds;
    }
}
