using Schematic.Rules.Definitions;
using Schematic.Rules.Explaining;
using Schematic.Rules.Lookup;

namespace Schematic.Rules.Conditions;

/// <summary>The company has bought one of these products; with <c>ne</c>, there is a company and it has none of these.</summary>
internal sealed class BillingProductCondition(ConditionDefinition definition) : PreparedCondition(definition)
{
    private readonly IdSet _ids = new(definition.ResourceIds);

    public bool Holds<TObserver>(in EvaluationScope scope, ref TObserver observer)
        where TObserver : struct, IEvaluationObserver
    {
        var holds = scope.Company is { } company && _ids.Intersects(company.BillingProductIds) != IsNegated;
        if (TObserver.IsRecording)
            observer.Record(
                this,
                holds,
                ExplanationText.OneOf(IsNegated, _ids),
                scope.Company is { } seen ? ExplanationText.List(seen.BillingProductIds) : ExplanationText.NoCompany,
                scope.Company is null ? ExplanationText.NoCompanyNote : null
            );
        return holds;
    }
}
