using Schematic.Api.Plans.Changes;
using Schematic.Contracts.Plans;

namespace Schematic.Api.Plans;

/// <summary>The plan and the add-ons that a company has.</summary>
/// <param name="Plans">In the order of the seqs of the plans.</param>
internal sealed record HeldPlans(long CompanySeq, string CompanyId, IReadOnlyList<CompanyPlanRow> Plans)
{
    public CompanyPlanRow? BasePlan => Plans.FirstOrDefault(static row => row.PlanType == PlanType.Plan);

    public IEnumerable<CompanyPlanRow> AddOns => Plans.Where(static row => row.PlanType == PlanType.AddOn);

    public bool Has(int planSeq) => OfPlan(planSeq) is not null;

    public CompanyPlanRow? OfPlan(int planSeq) => Plans.FirstOrDefault(row => row.PlanSeq == planSeq);

    /// <summary>
    /// The change of a move to another version. An add-on that moves both goes and comes: no other member of a recorded
    /// change tells which one it was.
    /// </summary>
    public CompanyPlanChange ToMove(CompanyPlanRow moved, int versionSeq)
    {
        var isBase = moved.PlanType == PlanType.Plan;
        return new CompanyPlanChange
        {
            CompanySeq = CompanySeq,
            CompanyId = CompanyId,
            PreviousBaseVersionSeq = BasePlan?.PlanVersionSeq,
            BaseVersionSeq = isBase ? versionSeq : BasePlan?.PlanVersionSeq,
            AddOnsAdded = isBase ? [] : [versionSeq],
            AddOnsRemoved = isBase ? [] : [moved.PlanVersionSeq],
            IsVersionUpgrade = true,
        };
    }
}

/// <summary>The plans that a company is to have.</summary>
/// <param name="PlanSeqs">One plan at most, and any number of add-ons.</param>
/// <param name="BasePlanAction">The rule that gives or takes the plan; null if somebody does.</param>
internal sealed record WantedPlans(
    long CompanySeq,
    IReadOnlyCollection<int> PlanSeqs,
    PlanChangeBasePlanAction? BasePlanAction = null
)
{
    /// <summary>Reasons for which companies get plans, by the plan's seq; one that is missing is assigned.</summary>
    public IReadOnlyDictionary<int, CompanyPlanSource> Sources { get; init; } =
        new Dictionary<int, CompanyPlanSource>();
}
