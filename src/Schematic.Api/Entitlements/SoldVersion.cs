using Schematic.Contracts.Plans;

namespace Schematic.Api.Entitlements;

/// <summary>A version of a plan or add-on that companies may be on, with what it gives.</summary>
internal sealed record SoldVersion
{
    public required int Seq { get; init; }

    public required string Id { get; init; }

    public required string PlanId { get; init; }

    public required string PlanName { get; init; }

    public required PlanType PlanType { get; init; }

    /// <summary>Number of the version, from 1 on.</summary>
    public required long Version { get; init; }

    /// <summary>False if no company gets it any more.</summary>
    public required bool IsPublished { get; init; }

    public required IReadOnlyList<GrantedFeature> Features { get; init; }

    /// <summary>Credits that it includes, oldest first.</summary>
    public IReadOnlyList<CompanyPlanCreditGrantView> Credits { get; init; } = [];

    public bool IsBasePlan => PlanType == PlanType.Plan;
}
