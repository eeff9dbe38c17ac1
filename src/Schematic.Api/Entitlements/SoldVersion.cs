using Schematic.Contracts.Plans;

namespace Schematic.Api.Entitlements;

/// <summary>A version of a plan or add-on that companies may be on, with what it gives.</summary>
internal sealed record SoldVersion(
    int Seq,
    string Id,
    string PlanId,
    string PlanName,
    PlanType PlanType,
    IReadOnlyList<GrantedFeature> Features
)
{
    public bool IsBasePlan => PlanType == PlanType.Plan;
}
