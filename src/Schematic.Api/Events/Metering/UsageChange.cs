namespace Schematic.Api.Events.Metering;

/// <summary>Addition of one transaction to a company's counters of one event.</summary>
/// <param name="Events">How many events it added.</param>
/// <param name="EventsAfter">
/// How many there were then, of all time: whoever holds counters in memory tells by it what they have counted.
/// </param>
/// <param name="Days">Sums of quantities by day.</param>
internal sealed record UsageChange(
    long CompanySeq,
    string EventSubtype,
    long Events,
    long EventsAfter,
    IReadOnlyList<(DateTimeOffset Day, long Quantity)> Days
)
{
    public static IReadOnlyList<UsageChange> From(
        IReadOnlyDictionary<UsageKey, UsageValue> deltas,
        IReadOnlyDictionary<UsageKey, (long Quantity, long Events)> after
    )
    {
        var days = deltas
            .Where(static row => row.Key is { Grain: UsageGrain.Day, CompanySeq: not UsageRow.AllCompanies })
            .ToLookup(
                static row => (row.Key.CompanySeq, row.Key.EventSubtype),
                static row => (row.Key.StartsAt, row.Value.Quantity)
            );
        return
        [
            .. deltas
                .Where(static row => row.Key is { Grain: UsageGrain.Total, CompanySeq: not UsageRow.AllCompanies })
                .Select(row => new UsageChange(
                    row.Key.CompanySeq,
                    row.Key.EventSubtype,
                    row.Value.Events,
                    after[row.Key].Events,
                    [.. days[(row.Key.CompanySeq, row.Key.EventSubtype)]]
                )),
        ];
    }
}
