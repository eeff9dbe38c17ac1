using Schematic.Api.Plans.Changes;
using Schematic.Contracts.Plans;

namespace Schematic.Api.Plans;

/// <summary>A plan in the version that companies get it in.</summary>
internal sealed record AssignablePlan(PlanRow Plan, int VersionSeq)
{
    public bool IsBasePlan => Plan.PlanType == PlanType.Plan;

    public CompanyPlanSource Source { get; init; }
}

/// <summary>Rows to write so that a company has the plans that are wanted for it.</summary>
internal sealed record PlanDifference(
    HeldPlans Held,
    IReadOnlyList<CompanyPlanRow> Removed,
    IReadOnlyList<AssignablePlan> Added,
    PlanChangeBasePlanAction? BasePlanAction
)
{
    /// <summary>Plans that come or go.</summary>
    public IEnumerable<int> PlanSeqs =>
        Removed.Select(static row => row.PlanSeq).Concat(Added.Select(static one => one.Plan.Seq));

    public bool IsNone => Removed.Count == 0 && Added.Count == 0;

    /// <param name="assignable">Every wanted plan that the company does not have, by its seq.</param>
    public static PlanDifference Between(
        HeldPlans held,
        WantedPlans wanted,
        IReadOnlyDictionary<int, AssignablePlan> assignable
    ) =>
        new(
            held,
            [.. held.Plans.Where(row => !wanted.PlanSeqs.Contains(row.PlanSeq))],
            [
                .. wanted
                    .PlanSeqs.Distinct()
                    .Where(seq => !held.Has(seq))
                    .Select(seq => assignable[seq] with { Source = wanted.Sources.GetValueOrDefault(seq) }),
            ],
            wanted.BasePlanAction
        );

    public CompanyPlanChange ToChange()
    {
        var keptBasePlan = Held.BasePlan is { } held && !Removed.Contains(held) ? held.PlanVersionSeq : (int?)null;
        return new CompanyPlanChange
        {
            CompanySeq = Held.CompanySeq,
            CompanyId = Held.CompanyId,
            PreviousBaseVersionSeq = Held.BasePlan?.PlanVersionSeq,
            BaseVersionSeq = Added.FirstOrDefault(static one => one.IsBasePlan)?.VersionSeq ?? keptBasePlan,
            AddOnsAdded = [.. Added.Where(static one => !one.IsBasePlan).Select(static one => one.VersionSeq)],
            AddOnsRemoved =
            [
                .. Removed.Where(static row => row.PlanType == PlanType.AddOn).Select(static row => row.PlanVersionSeq),
            ],
            BasePlanAction = BasePlanAction,
        };
    }
}
