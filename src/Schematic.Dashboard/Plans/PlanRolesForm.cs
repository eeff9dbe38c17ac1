using Schematic.Contracts.Plans;
using Schematic.Contracts.Wire;

namespace Schematic.Dashboard.Plans;

/// <summary>
/// The plan in each role, empty for none. Members are named as on the wire, so that a refusal finds its field.
/// </summary>
public sealed class PlanRolesForm
{
    public string InitialPlanId { get; set; } = "";

    public string FallbackPlanId { get; set; } = "";

    public string TrialExpiryPlanId { get; set; } = "";

    public static PlanRolesForm From(PlanRolesResponseData roles) =>
        new()
        {
            InitialPlanId = roles.InitialPlanId ?? "",
            FallbackPlanId = roles.FallbackPlanId ?? "",
            TrialExpiryPlanId = roles.TrialExpiryPlanId ?? "",
        };

    /// <summary>Only the roles that were changed: another one may have been changed by somebody else.</summary>
    public UpdatePlanRolesRequestBody ToUpdate(PlanRolesResponseData before) =>
        new()
        {
            InitialPlanId = Changed(before.InitialPlanId, InitialPlanId),
            FallbackPlanId = Changed(before.FallbackPlanId, FallbackPlanId),
            TrialExpiryPlanId = Changed(before.TrialExpiryPlanId, TrialExpiryPlanId),
        };

    private static Optional<string> Changed(string? before, string chosen) =>
        (before ?? "") == chosen ? default : new Optional<string>(chosen.Length == 0 ? null : chosen);
}
