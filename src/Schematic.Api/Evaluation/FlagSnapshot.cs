using System.Collections.Frozen;

namespace Schematic.Api.Evaluation;

/// <summary>Every flag as it is in one environment, ready to be evaluated. Immutable.</summary>
/// <param name="Version">Of <see cref="Flags.FlagChanges"/>, read before the flags were.</param>
internal sealed record FlagSnapshot(long Version, IReadOnlyList<SnapshotFlag> All)
{
    public FrozenDictionary<string, SnapshotFlag> ByKey { get; } =
        All.ToFrozenDictionary(static flag => flag.Prepared.Key, StringComparer.Ordinal);
}
