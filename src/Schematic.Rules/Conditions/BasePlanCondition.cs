using Schematic.Rules.Definitions;
using Schematic.Rules.Facts;
using Schematic.Rules.Lookup;

namespace Schematic.Rules.Conditions;

/// <summary>
/// Compares the company's plan, without add-ons, with the named plans. A company without a plan has none of them.
/// </summary>
internal sealed class BasePlanCondition(ConditionDefinition definition) : PreparedCondition(definition)
{
    private readonly IdSet _ids = new(definition.ResourceIds);

    public bool Holds<TObserver>(in EvaluationScope scope, ref TObserver observer)
        where TObserver : struct, IEvaluationObserver
    {
        var holds = scope.Company is { } company && Holds(company);
        if (TObserver.IsRecording)
            observer.Record(
                this,
                holds,
                Expected(),
                scope.Company is { } seen
                    ? seen.Plans.BasePlanId?.Text ?? ConditionText.Nothing
                    : ConditionText.NoCompany,
                scope.Company is null ? ConditionText.NoCompanyNote : null
            );
        return holds;
    }

    private bool Holds(CompanyContext company) =>
        Operator switch
        {
            ComparisonOperator.Eq => company.Plans.BasePlanId is { } plan && _ids.Contains(plan),
            ComparisonOperator.Ne => company.Plans.BasePlanId is not { } plan || !_ids.Contains(plan),
            ComparisonOperator.IsEmpty => company.Plans.BasePlanId is null,
            ComparisonOperator.NotEmpty => company.Plans.BasePlanId is not null,
            _ => false,
        };

    private string Expected() =>
        Operator switch
        {
            ComparisonOperator.Eq or ComparisonOperator.Ne => ConditionText.OneOf(IsNegated, _ids),
            ComparisonOperator.IsEmpty => "no plan",
            ComparisonOperator.NotEmpty => "any plan",
            _ => "an operator that base plans have",
        };
}
