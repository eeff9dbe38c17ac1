using Schematic.Contracts.Plans;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Shared.Ui.Text;

namespace Schematic.Dashboard.Plans;

/// <summary>Plans and add-ons in words, and their pages.</summary>
internal static class PlanTypes
{
    private static readonly Noun Plan = new("plan", "plans");
    private static readonly Noun AddOn = new("add-on", "add-ons");

    public static Noun Noun(PlanType type) => type == PlanType.AddOn ? AddOn : Plan;

    public static string Title(PlanType type) =>
        type switch
        {
            PlanType.Plan => "Plan",
            PlanType.AddOn => "Add-on",
            _ => "Unknown",
        };

    /// <summary>The list of the plans of this type.</summary>
    public static string ListUrl(PlanType type, string environmentId, IUrlQuery? query = null) =>
        type == PlanType.AddOn ? DashboardUrls.AddOns(environmentId, query) : DashboardUrls.Plans(environmentId, query);

    public static string NewUrl(PlanType type, string environmentId) =>
        type == PlanType.AddOn ? DashboardUrls.NewAddOn(environmentId) : DashboardUrls.NewPlan(environmentId);
}
