using Schematic.Api.Entitlements;

namespace Schematic.Api.Evaluation;

/// <summary>
/// Every flag as it is in one environment, ready to be evaluated, and what is sold there. Immutable; another state is
/// another object, which shares the flags that are the same.
/// </summary>
internal sealed class FlagSnapshot
{
    private readonly Dictionary<string, SnapshotFlag> _byKey;

    /// <param name="flags">In any order.</param>
    public FlagSnapshot(IEnumerable<SnapshotFlag> flags, EntitlementCatalog catalog)
    {
        Catalog = catalog;
        SnapshotFlag[] all = [.. flags];
        Array.Sort(all, static (one, other) => string.CompareOrdinal(one.Prepared.Key, other.Prepared.Key));
        _byKey = new Dictionary<string, SnapshotFlag>(all.Length, StringComparer.Ordinal);
        foreach (var flag in all)
            _byKey[flag.Prepared.Key] = flag;
        All = all;
        Needs = new RuleNeeds(
            Array.Exists(all, static flag => flag.Prepared.AsksForMetrics),
            Array.Exists(all, static flag => flag.Prepared.AsksForCredits)
        );
    }

    /// <summary>Every flag, in the order of the keys.</summary>
    public IReadOnlyList<SnapshotFlag> All { get; }

    /// <summary>Facts that conditions of any flag ask for.</summary>
    public RuleNeeds Needs { get; }

    /// <summary>Plans of the environment, and features that they give.</summary>
    public EntitlementCatalog Catalog { get; }

    public SnapshotFlag? Find(string key) => _byKey.GetValueOrDefault(key);

    /// <summary>The same with some flags replaced, added or taken away.</summary>
    /// <param name="seqs">Which ones were read again.</param>
    /// <param name="read">Those of them that there are.</param>
    public FlagSnapshot With(IReadOnlySet<long> seqs, IEnumerable<SnapshotFlag> read) =>
        new(All.Where(flag => !seqs.Contains(flag.Seq)).Concat(read), Catalog);

    /// <summary>The same flags where something else is sold.</summary>
    public FlagSnapshot With(EntitlementCatalog catalog) => new(All, catalog);
}
