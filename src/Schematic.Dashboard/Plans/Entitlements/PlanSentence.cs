using Schematic.Dashboard.Entitlements;
using Schematic.Dashboard.Shared.Ui.Text;

namespace Schematic.Dashboard.Plans.Entitlements;

/// <summary>An entitlement restated as a sentence: "85 companies on Pro get 1,000 API calls a month."</summary>
internal static class PlanSentence
{
    /// <param name="companies">Companies that have it; null if there are none to speak of, as for a draft.</param>
    public static string For(EntitlementValue value, string featureName, string planName, long? companies) =>
        companies switch
        {
            null => $"Companies on {planName} {EntitlementWords.Predicate(value, featureName, isOne: false)}.",
            0 => $"No company is on {planName} in this version yet.",
            1 => $"1 company on {planName} {EntitlementWords.Predicate(value, featureName, isOne: true)}.",
            { } many => $"{Quantity.Format(many, "company", "companies")} on {planName} "
                + $"{EntitlementWords.Predicate(value, featureName, isOne: false)}.",
        };
}
