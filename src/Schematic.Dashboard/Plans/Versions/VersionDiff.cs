using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Plans;
using Schematic.Dashboard.Plans.Entitlements;

namespace Schematic.Dashboard.Plans.Versions;

/// <summary>Differences between two versions of a plan, or between nothing and its first one.</summary>
/// <param name="Facts">Changes of its name, description and color.</param>
/// <param name="Entitlements">Changes of what it gives, by feature name.</param>
public sealed record VersionDiff(IReadOnlyList<FactChange> Facts, IReadOnlyList<EntitlementChange> Entitlements)
{
    public static VersionDiff None { get; } = new([], []);

    public int Count => Facts.Count + Entitlements.Count;

    /// <param name="before">The published version; null if there was none.</param>
    /// <param name="given">Its entitlements.</param>
    public static VersionDiff Between(
        PlanVersionResponseData? before,
        IReadOnlyList<PlanEntitlementResponseData> given,
        PlanVersionResponseData after,
        IReadOnlyList<PlanEntitlementResponseData> changed
    ) => new(before is null ? [] : [.. FactsOf(before, after)], EntitlementsOf(given, changed));

    private static IEnumerable<FactChange> FactsOf(PlanVersionResponseData before, PlanVersionResponseData after)
    {
        if (before.Name != after.Name)
            yield return new("Name", before.Name, after.Name);
        if (before.Description != after.Description)
            yield return new("Description", before.Description, after.Description);
        if (before.Icon != after.Icon)
            yield return new("Color", PlanIcons.Title(before.Icon), PlanIcons.Title(after.Icon));
    }

    private static List<EntitlementChange> EntitlementsOf(
        IReadOnlyList<PlanEntitlementResponseData> before,
        IReadOnlyList<PlanEntitlementResponseData> after
    )
    {
        var old = before.ToDictionary(static one => one.FeatureId, StringComparer.Ordinal);
        var now = after.ToDictionary(static one => one.FeatureId, StringComparer.Ordinal);
        return
        [
            .. old
                .Keys.Union(now.Keys)
                .Select(id => EntitlementChange.Between(old.GetValueOrDefault(id), now.GetValueOrDefault(id)))
                .OfType<EntitlementChange>()
                .OrderBy(static change => change.FeatureName, StringComparer.OrdinalIgnoreCase),
        ];
    }
}

/// <summary>A change of the plan itself.</summary>
public sealed record FactChange(string Title, string Before, string After);

/// <summary>A feature that is given differently.</summary>
/// <param name="Before">What the plan gave, line by line; empty if it did not give the feature.</param>
/// <param name="After">What it gives now; empty if it no longer does.</param>
public sealed record EntitlementChange(
    string FeatureId,
    string FeatureName,
    IReadOnlyList<string> Before,
    IReadOnlyList<string> After
)
{
    public bool IsAdded => Before.Count == 0;

    public bool IsRemoved => After.Count == 0;

    /// <summary>Null if both say the same.</summary>
    public static EntitlementChange? Between(PlanEntitlementResponseData? before, PlanEntitlementResponseData? after)
    {
        IReadOnlyList<string> old = before is null ? [] : EntitlementTerms.Lines(before);
        IReadOnlyList<string> now = after is null ? [] : EntitlementTerms.Lines(after);
        var named = after ?? before;
        return named is null || old.SequenceEqual(now)
            ? null
            : new(named.FeatureId, EntitlementTerms.Name(named), old, now);
    }
}
