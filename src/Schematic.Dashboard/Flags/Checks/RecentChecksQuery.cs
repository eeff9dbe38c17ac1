using Schematic.Contracts.Events;
using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.Dashboard.Flags.Checks;

/// <summary>The page of the recent checks that an address names, beside what else is in that address.</summary>
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
