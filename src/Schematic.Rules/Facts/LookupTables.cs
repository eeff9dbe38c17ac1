using Schematic.Rules.Lookup;

namespace Schematic.Rules.Facts;

/// <summary>
/// Builds the look-up tables of facts. An empty table is shared: most companies have no derived rules.
/// </summary>
internal static class LookupTables
{
    public static KeyTable<IdKey, Trait> OfTraits(IReadOnlyList<TraitFact> traits) =>
        Of(traits, static trait => (new IdKey(trait.TraitId), new Trait(trait.Kind, trait.Value)));

    public static KeyTable<MetricKey, long> OfMetrics(IReadOnlyList<MetricFact> metrics) =>
        Of(
            metrics,
            static metric => (new MetricKey(new IdKey(metric.EventSubtype), metric.Period, metric.Reset), metric.Value)
        );

    public static KeyTable<IdKey, EntitlementFacts> OfEntitlements(IReadOnlyList<EntitlementFacts> entitlements) =>
        Of(entitlements, static entitlement => (new IdKey(entitlement.FeatureKey), entitlement));

    public static KeyTable<IdKey, TValue> Create<TValue>(IReadOnlyDictionary<string, TValue> values) =>
        values.Count == 0
            ? KeyTable<IdKey, TValue>.Empty
            : new KeyTable<IdKey, TValue>([.. values.Select(static pair => (new IdKey(pair.Key), pair.Value))]);

    private static KeyTable<TKey, TValue> Of<TItem, TKey, TValue>(
        IReadOnlyList<TItem> items,
        Func<TItem, (TKey, TValue)> pair
    )
        where TKey : struct, ILookupKey<TKey>
    {
        if (items.Count == 0)
            return KeyTable<TKey, TValue>.Empty;
        var pairs = new (TKey, TValue)[items.Count];
        for (var i = 0; i < pairs.Length; i++)
            pairs[i] = pair(items[i]);
        return new KeyTable<TKey, TValue>(pairs);
    }
}
