using Schematic.Contracts.Plans;

namespace Schematic.Dashboard.Plans;

/// <summary>The versions of a plan in words.</summary>
internal static class PlanVersions
{
    public static string Title(PlanVersionStatus status) =>
        status switch
        {
            PlanVersionStatus.Draft => "Draft",
            PlanVersionStatus.Published => "Published",
            PlanVersionStatus.Archived => "Archived",
            _ => "Unknown",
        };

    /// <summary>Tone of the badge that shows a status.</summary>
    public static string Tone(PlanVersionStatus status) =>
        status switch
        {
            PlanVersionStatus.Draft => "warning",
            PlanVersionStatus.Published => "success",
            _ => "neutral",
        };

    /// <summary>Time at which the plan or one of its versions last changed.</summary>
    public static DateTimeOffset LastChange(PlanDetailResponseData plan) =>
        plan.Versions.Select(static version => version.UpdatedAt).Append(plan.UpdatedAt).Max();

    /// <summary>The version that one edits: the draft, or else the published one, of which a draft is made.</summary>
    public static PlanVersionResponseData? Edited(PlanDetailResponseData plan) =>
        plan.DraftVersion ?? plan.ActiveVersion;
}
