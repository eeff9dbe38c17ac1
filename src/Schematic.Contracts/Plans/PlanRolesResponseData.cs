namespace Schematic.Contracts.Plans;

/// <summary>
/// Plans that companies of an environment get without being given them. An addition to the published API.
/// </summary>
public sealed record PlanRolesResponseData
{
    /// <summary>Plan of a company that has none left, <c>plan_…</c>; null if it stays without a plan.</summary>
    public string? FallbackPlanId { get; init; }

    /// <summary>Plan of a new company, <c>plan_…</c>; null if it starts without a plan.</summary>
    public string? InitialPlanId { get; init; }

    /// <summary>Plan of a company whose trial ended unpaid, <c>plan_…</c>; null if there is none.</summary>
    public string? TrialExpiryPlanId { get; init; }
}
