using Schematic.Contracts.Events;
using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.Dashboard.Flags.Checks;

/// <summary>The page of the recent checks of a company or a flag, beside whatever else the address of its screen holds.</summary>
public sealed record RecentChecksQuery : ListQuery<RecentChecksQuery>
{
    public EventsQuery ToContract(string? companyId, string? flagId) =>
        new()
        {
            CompanyId = companyId,
            FlagId = flagId,
            EventTypes = [EventType.FlagCheck],
            Limit = Size,
            Offset = Offset,
        };
}
