using Schematic.Contracts.Features;

namespace Schematic.Dashboard.Entitlements;

/// <summary>Nouns for units of a feature, for use in a sentence: <c>API call</c>, <c>API calls</c>.</summary>
public sealed record FeatureUnits(string One, string Many)
{
    // What a feature that was deleted leaves behind.
    private static readonly FeatureUnits Unnamed = new("unit", "units");

    public static FeatureUnits From(FeatureResponseData? feature) =>
        feature is null ? Unnamed : From(feature.Name, feature.SingularName, feature.PluralName);

    public static FeatureUnits From(FeatureInPlanResponseData? feature) =>
        feature is null ? Unnamed : From(feature.Name, feature.SingularName, feature.PluralName);

    public static FeatureUnits From(FeatureDetailResponseData feature) =>
        From(feature.Name, feature.SingularName, feature.PluralName);

    /// <summary>The noun that goes with a number.</summary>
    public string For(long count) => count == 1 ? One : Many;

    // A feature without names for its units is called by its own, which most often is their plural: "API calls".
    private static FeatureUnits From(string name, string? singular, string? plural) =>
        (Given(singular), Given(plural)) switch
        {
            (null, null) => new(name, name),
            ({ } one, null) => new(one, one),
            (null, { } many) => new(many, many),
            ({ } one, { } many) => new(one, many),
        };

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
