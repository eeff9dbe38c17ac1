using Schematic.Rules.Definitions;
using Schematic.Rules.Lookup;

namespace Schematic.Rules.Conditions;

/// <summary>
/// Holds if the company or the user is one of the named, or if the company has one of the named plans, plan versions or
/// billing products. With <c>ne</c> it holds if none is. Without a company or user it never holds.
/// </summary>
internal sealed class MembershipCondition(ConditionDefinition definition) : PreparedCondition(definition)
{
    private readonly ConditionKind _kind = definition.Kind;
    private readonly IdSet _ids = new(definition.ResourceIds);

    public bool Holds<TObserver>(in EvaluationScope scope, ref TObserver observer)
        where TObserver : struct, IEvaluationObserver
    {
        var holds = HasSubject(scope) && IsMember(scope) != IsNegated;
        if (TObserver.IsRecording)
            observer.Record(this, holds, ConditionText.OneOf(IsNegated, _ids), Actual(scope), Note(scope));
        return holds;
    }

    private bool HasSubject(in EvaluationScope scope) =>
        _kind == ConditionKind.User ? scope.User is not null : scope.Company is not null;

    private bool IsMember(in EvaluationScope scope) =>
        _kind switch
        {
            ConditionKind.Company => _ids.Contains(scope.Company!.Id),
            ConditionKind.User => _ids.Contains(scope.User!.Id),
            _ => _ids.Intersects(Owned(scope)),
        };

    private IdSet Owned(in EvaluationScope scope) =>
        _kind switch
        {
            ConditionKind.Plan => scope.Company!.Plans.PlanIds,
            ConditionKind.PlanVersion => scope.Company!.Plans.PlanVersionIds,
            _ => scope.Company!.Plans.BillingProductIds,
        };

    private string Actual(in EvaluationScope scope) =>
        _kind switch
        {
            ConditionKind.User => scope.User?.UserId ?? ConditionText.NoUser,
            _ when scope.Company is null => ConditionText.NoCompany,
            ConditionKind.Company => scope.Company.CompanyId,
            _ => ConditionText.List(Owned(scope)),
        };

    private string? Note(in EvaluationScope scope)
    {
        if (HasSubject(scope))
            return null;
        return _kind == ConditionKind.User ? ConditionText.NoUserNote : ConditionText.NoCompanyNote;
    }
}
