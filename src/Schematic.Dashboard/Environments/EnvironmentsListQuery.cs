using Schematic.Contracts.Environments;
using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.Dashboard.Environments;

/// <summary>The address of the list of environments: its page, nothing to filter by.</summary>
public sealed record EnvironmentsListQuery : ListQuery<EnvironmentsListQuery>
{
    public EnvironmentsQuery ToContract() => new() { Limit = Size, Offset = Offset };
}
