namespace Schematic.Api.Events.Metering;

/// <summary>Names one <see cref="UsageRow"/> of an environment.</summary>
internal readonly record struct UsageKey(
    long CompanySeq,
    UsageGrain Grain,
    string EventSubtype,
    DateTimeOffset StartsAt,
    long UserSeq
)
{
    public static UsageKey Total(long companySeq, string eventSubtype) =>
        new(companySeq, UsageGrain.Total, eventSubtype, DateTimeOffset.UnixEpoch, UsageRow.AllUsers);

    public static UsageKey Hour(long companySeq, string eventSubtype, DateTimeOffset at) =>
        new(companySeq, UsageGrain.Hour, eventSubtype, MetricPeriods.Hour(at), UsageRow.AllUsers);

    public static UsageKey Day(long companySeq, string eventSubtype, DateTimeOffset at) =>
        new(companySeq, UsageGrain.Day, eventSubtype, MetricPeriods.Day(at), UsageRow.AllUsers);

    public static UsageKey UserDay(long companySeq, string eventSubtype, DateTimeOffset at, long userSeq) =>
        new(companySeq, UsageGrain.UserDay, eventSubtype, MetricPeriods.Day(at), userSeq);

    public static UsageKey UserTotal(string eventSubtype, long userSeq) =>
        new(UsageRow.AllCompanies, UsageGrain.UserTotal, eventSubtype, DateTimeOffset.UnixEpoch, userSeq);

    /// <summary>The order in which rows are written: writers that share rows wait for each other in it.</summary>
    public static int Compare(UsageKey one, UsageKey other)
    {
        var order = one.CompanySeq.CompareTo(other.CompanySeq);
        if (order == 0)
            order = one.Grain.CompareTo(other.Grain);
        if (order == 0)
            order = string.CompareOrdinal(one.EventSubtype, other.EventSubtype);
        if (order == 0)
            order = one.StartsAt.CompareTo(other.StartsAt);
        return order == 0 ? one.UserSeq.CompareTo(other.UserSeq) : order;
    }
}
