using System.Globalization;
using Schematic.Contracts.Entitlements;
using Schematic.Dashboard.Shared.Ui.Text;

namespace Schematic.Dashboard.Entitlements.Overrides;

/// <summary>Overrides in words: "90 API calls a month until 3 Dec 2026 12:00 UTC".</summary>
internal static class OverrideWords
{
    /// <summary>Value and end of an override. Two that say the same differ in their notes at most.</summary>
    public static string Describe(CompanyOverrideResponseData own) =>
        Describe(EntitlementValue.From(own), own.ExpirationDate);

    public static string Describe(EntitlementValue value, DateTimeOffset? ends) =>
        ends is { } end
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{EntitlementWords.Value(value)} until {end.UtcDateTime:d MMM yyyy HH:mm} UTC"
            )
            : EntitlementWords.Value(value);

    /// <summary>All that is lost when an override is removed.</summary>
    public static string DescribeWithNotes(CompanyOverrideResponseData own) =>
        own.Notes.Count == 0
            ? Describe(own)
            : $"{Describe(own)}, with {Quantity.Format(own.Notes.Count, "note", "notes")}";
}
