using System.Globalization;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Plans;
using Schematic.Dashboard.Shared.Ui.Text;

namespace Schematic.Dashboard.Entitlements.Changes;

/// <summary>Previewed changes of what a company may use, in words.</summary>
internal static class ChangeWords
{
    public static string Title(EntitlementChange change) =>
        change switch
        {
            EntitlementChange.Gained => "Gained",
            EntitlementChange.Lost => "Lost",
            EntitlementChange.More => "More",
            EntitlementChange.Less => "Less",
            EntitlementChange.Changed => "Changed",
            _ => "Same",
        };

    /// <summary>Tone of the badge that shows a change.</summary>
    public static string Tone(EntitlementChange change) =>
        change switch
        {
            EntitlementChange.Gained or EntitlementChange.More => "success",
            EntitlementChange.Lost => "danger",
            EntitlementChange.Less => "warning",
            EntitlementChange.Changed => "info",
            _ => "neutral",
        };

    /// <summary>How much of a feature there is: "10,000 a month"; "Nothing" if nothing gives it.</summary>
    public static string Amount(FeatureUsageResponseData? usage) =>
        usage is null ? "Nothing" : EntitlementWords.Short(EntitlementValue.From(usage));

    /// <summary>Name of what gives a feature: "Pro", "Override"; empty if nothing does.</summary>
    public static string Source(FeatureUsageResponseData? usage) =>
        usage is null ? ""
        : usage.EntitlementType == EntitlementType.CompanyOverride ? "Override"
        : usage.Plan?.Name ?? "";

    /// <summary>Usage that reaches its limit after the change: "33 of 25 used".</summary>
    public static string Exceeded(FeatureUsageResponseData after) =>
        after is { Usage: { } used, Allocation: { } limit }
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"Already uses {used:N0} of {limit:N0}: another use is denied"
            )
            : "Another use is denied at once";

    /// <summary>All changes in a sentence: "1 feature gained, 2 lost, 1 limit reached already."</summary>
    public static string Summary(IReadOnlyList<PreviewedFeatureResponseData> features)
    {
        var parts = new[]
        {
            Part(features, "gained", EntitlementChange.Gained),
            Part(features, "lost", EntitlementChange.Lost),
            Part(features, "with more", EntitlementChange.More),
            Part(features, "with less", EntitlementChange.Less),
            Part(features, "on other terms", EntitlementChange.Changed),
        };
        var said = string.Join(", ", parts.OfType<string>());
        var exceeded = features.Count(static feature =>
            feature is { IsExceeded: true, Change: not EntitlementChange.Unchanged }
        );
        if (said.Length == 0)
            return "Nothing changes for this company.";
        return exceeded == 0
            ? $"{said}."
            : $"{said}. {Quantity.Format(exceeded, "limit is", "limits are")} reached already.";
    }

    private static string? Part(
        IReadOnlyList<PreviewedFeatureResponseData> features,
        string what,
        EntitlementChange change
    ) =>
        features.Count(feature => feature.Change == change) is > 0 and var count
            ? $"{Quantity.Format(count, "feature", "features")} {what}"
            : null;
}
