using Schematic.Contracts.Plans;

namespace Schematic.Dashboard.Plans;

/// <summary>A role that a plan has in an environment.</summary>
/// <param name="Explanation">When a company gets the plan.</param>
/// <param name="PlanIdOf">The plan in this role; null if there is none.</param>
/// <param name="Candidates">A query for the plans that can have it.</param>
internal sealed record PlanRoleWords(
    string Title,
    string Explanation,
    Func<PlanRolesResponseData, string?> PlanIdOf,
    PlansQuery Candidates
)
{
    public static IReadOnlyList<PlanRoleWords> All { get; } =
    [
        new(
            "Initial plan",
            "New companies get it.",
            static roles => roles.InitialPlanId,
            new PlansQuery { ForInitialPlan = true }
        ),
        new(
            "Fallback plan",
            "Companies get it once they have no plan left.",
            static roles => roles.FallbackPlanId,
            new PlansQuery { ForFallbackPlan = true }
        ),
        new(
            "Trial-expiry plan",
            "Companies get it when a trial ends unpaid.",
            static roles => roles.TrialExpiryPlanId,
            new PlansQuery { ForTrialExpiryPlan = true }
        ),
    ];
}
