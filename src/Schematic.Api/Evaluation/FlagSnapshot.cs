using System.Collections.Frozen;

namespace Schematic.Api.Evaluation;

/// <summary>
/// Every flag as it is in one environment, ready to be evaluated. Immutable; another state is another object.
/// </summary>
internal sealed class FlagSnapshot(IReadOnlyList<SnapshotFlag> all)
{
    public IReadOnlyList<SnapshotFlag> All { get; } = all;

    public FrozenDictionary<string, SnapshotFlag> ByKey { get; } =
        all.ToFrozenDictionary(static flag => flag.Prepared.Key, StringComparer.Ordinal);
}
