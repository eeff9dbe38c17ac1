using Schematic.Contracts.Flags;
using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.Dashboard.Flags.History;

/// <summary>The address of the history of a flag's rules.</summary>
public sealed record FlagHistoryQuery : ListQuery<FlagHistoryQuery>
{
    public FlagRuleSavesQuery ToContract() => new() { Limit = Size, Offset = Offset };
}
