using System.Collections.Frozen;
using Schematic.Rules.Flags;

namespace Schematic.Api.Evaluation;

/// <summary>Every flag as it is in one environment, ready to be evaluated. Immutable.</summary>
/// <param name="Version">Of <see cref="Flags.FlagChanges"/>, read before the flags were.</param>
internal sealed record FlagSnapshot(long Version, IReadOnlyList<SnapshotFlag> All)
{
    public FrozenDictionary<string, SnapshotFlag> ByKey { get; } = All.ToFrozenDictionary(static flag => flag.Prepared.Key, StringComparer.Ordinal);
}

/// <param name="Seq">The row's, for what is noted about the flag.</param>
internal sealed record SnapshotFlag(int Seq, PreparedFlag Prepared);
