using Schematic.Contracts.Features;

namespace Schematic.Dashboard.Features;

/// <summary>The types of feature in words.</summary>
internal static class FeatureTypes
{
    /// <summary>Choices, simplest first.</summary>
    public static IReadOnlyList<FeatureType> All { get; } = [FeatureType.Boolean, FeatureType.Event, FeatureType.Trait];

    public static string Title(FeatureType type) =>
        type switch
        {
            FeatureType.Boolean => "Boolean",
            FeatureType.Event => "Event-based",
            FeatureType.Trait => "Trait-based",
            FeatureType.License => "License",
            _ => "Unknown",
        };

    public static string Explanation(FeatureType type) =>
        type switch
        {
            FeatureType.Event => "Counted by the events that applications send",
            FeatureType.Trait => "Measured by a number that companies carry as a trait",
            _ => "On or off, nothing to count",
        };
}
