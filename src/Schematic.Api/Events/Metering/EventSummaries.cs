using Microsoft.EntityFrameworkCore;
using Schematic.Api.Persistence;
using Schematic.Contracts.Events;

namespace Schematic.Api.Events.Metering;

/// <summary>Counts of events by name: how often, by how many companies and users.</summary>
internal static class EventSummaries
{
    /// <returns>One for each name; 0 for those never received in the environment.</returns>
    public static async Task<IReadOnlyDictionary<string, EventSummaryResponseData>> ReadAsync(
        SchematicDb db,
        string environmentId,
        IReadOnlyList<string> subtypes,
        CancellationToken cancellationToken
    )
    {
        var rows = db.Usage.Where(row => subtypes.Contains(row.EventSubtype));
        var totals = await rows.Where(row => row.CompanySeq == UsageRow.AllCompanies && row.Grain == UsageGrain.Total)
            .ToDictionaryAsync(row => row.EventSubtype, cancellationToken);
        var companies = await CountAsync(
            rows.Where(row => row.CompanySeq > UsageRow.AllCompanies && row.Grain == UsageGrain.Total),
            cancellationToken
        );
        var users = await CountAsync(
            rows.Where(row => row.CompanySeq == UsageRow.AllCompanies && row.Grain == UsageGrain.UserTotal),
            cancellationToken
        );
        return subtypes
            .Distinct()
            .ToDictionary(
                static subtype => subtype,
                subtype => new EventSummaryResponseData
                {
                    EnvironmentId = environmentId,
                    EventSubtype = subtype,
                    CompanyCount = companies.GetValueOrDefault(subtype),
                    EventCount = totals.GetValueOrDefault(subtype)?.Events ?? 0,
                    UserCount = users.GetValueOrDefault(subtype),
                    LastSeenAt = totals.GetValueOrDefault(subtype)?.LastAt,
                },
                StringComparer.Ordinal
            );
    }

    private static Task<Dictionary<string, long>> CountAsync(
        IQueryable<UsageRow> rows,
        CancellationToken cancellationToken
    ) =>
        rows.GroupBy(row => row.EventSubtype)
            .Select(group => new { group.Key, Count = group.LongCount() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
}
