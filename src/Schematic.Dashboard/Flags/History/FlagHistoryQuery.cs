using Schematic.Contracts.Flags;
using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.Dashboard.Flags.History;

/// <summary>The page of a flag's history that its address names.</summary>
public sealed record FlagHistoryQuery : ListQuery<FlagHistoryQuery>
{
    public FlagRuleSavesQuery ToContract() => new() { Limit = Size, Offset = Offset };
}
