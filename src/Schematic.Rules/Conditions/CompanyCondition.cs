using Schematic.Rules.Definitions;
using Schematic.Rules.Explaining;
using Schematic.Rules.Lookup;

namespace Schematic.Rules.Conditions;

/// <summary>The company is one of these; with <c>ne</c>, there is one and it is none of these.</summary>
internal sealed class CompanyCondition(ConditionDefinition definition) : PreparedCondition(definition)
{
    private readonly IdSet _ids = new(definition.ResourceIds);

    public bool Holds<TObserver>(in EvaluationScope scope, ref TObserver observer)
        where TObserver : struct, IEvaluationObserver
    {
        var holds = scope.Company is { } company && _ids.Contains(company.Id) != IsNegated;
        if (TObserver.IsRecording)
            observer.Record(
                this,
                holds,
                ExplanationText.OneOf(IsNegated, _ids),
                scope.Company?.CompanyId ?? ExplanationText.NoCompany,
                scope.Company is null ? ExplanationText.NoCompanyNote : null
            );
        return holds;
    }
}
