using Schematic.Contracts.Flags;
using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.Dashboard.Flags.Unknown;

/// <summary>The address of the list of flags that are asked for and do not exist. Searches their keys.</summary>
public sealed record UnknownFlagsListQuery : ListQuery<UnknownFlagsListQuery>
{
    public UnknownFlagsQuery ToContract() =>
        new()
        {
            Q = SearchOrNull,
            Limit = Size,
            Offset = Offset,
        };
}
