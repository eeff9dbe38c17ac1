using System.Data.Common;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Sql;
using Schematic.Contracts.Events;
using Schematic.Rules.Definitions;
using Schematic.Rules.Facts;

namespace Schematic.Api.Events.Metering;

/// <summary>How often a company's event is counted: now, in the periods that now falls in, and of all time.</summary>
/// <param name="Events">Number of events of all time.</param>
internal sealed record CountedEvent(
    long CompanySeq,
    string EventSubtype,
    long Events,
    PeriodCounts Counts,
    DateTimeOffset FirstAt,
    DateTimeOffset LastAt
)
{
    public static CountedEvent Nothing(long companySeq, string eventSubtype) =>
        new(companySeq, eventSubtype, 0, default, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch);

    /// <summary>
    /// The counters of companies, in one statement, which sees one state of the store: never the days of one moment and
    /// the total of another.
    /// </summary>
    public static Task<List<CountedEvent>> ReadAsync(
        SchematicDb db,
        IReadOnlyCollection<long> companySeqs,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var (day, week, month) = (MetricPeriods.Day(now), MetricPeriods.Week(now), MetricPeriods.Month(now));
        var since = week < month ? week : month;
        return db.QueryAsync(
            new SqlText(
                $"""
                SELECT t.company_seq, t.event_subtype, t.events, t.quantity, t.first_at, t.last_at,
                    CAST(coalesce(sum(CASE WHEN d.starts_at >= {month} AND d.starts_at < {month.AddMonths(
                    1
                )} THEN d.quantity END), 0) AS bigint),
                    CAST(coalesce(sum(CASE WHEN d.starts_at >= {week} AND d.starts_at < {week.AddDays(
                    7
                )} THEN d.quantity END), 0) AS bigint),
                    CAST(coalesce(sum(CASE WHEN d.starts_at = {day} THEN d.quantity END), 0) AS bigint)
                FROM usage t LEFT JOIN usage d ON d.environment_seq = t.environment_seq
                    AND d.company_seq = t.company_seq AND d.grain = {UsageGrain.Day}
                    AND d.event_subtype = t.event_subtype AND d.starts_at >= {since}
                WHERE t.environment_seq = {db.EnvironmentSeq}
                    AND t.company_seq {db.Dialect.Among(SqlArray.Of(companySeqs))} AND t.grain = {UsageGrain.Total}
                GROUP BY t.company_seq, t.event_subtype, t.events, t.quantity, t.first_at, t.last_at
                ORDER BY t.company_seq, t.event_subtype
                """
            ),
            row => Read(row, db.Dialect),
            cancellationToken
        );
    }

    /// <summary>
    /// The counters as rules ask for them. Without a subscription the billing month is the calendar's.
    /// </summary>
    public IEnumerable<MetricFact> Facts() =>
        [
            new(EventSubtype, CounterPeriod.AllTime, MonthReset.FirstOfMonth, Counts.Total),
            new(EventSubtype, CounterPeriod.CurrentMonth, MonthReset.FirstOfMonth, Counts.Month),
            new(EventSubtype, CounterPeriod.CurrentMonth, MonthReset.BillingCycle, Counts.Month),
            new(EventSubtype, CounterPeriod.CurrentWeek, MonthReset.FirstOfMonth, Counts.Week),
            new(EventSubtype, CounterPeriod.CurrentDay, MonthReset.FirstOfMonth, Counts.Day),
        ];

    /// <summary>The same once more is counted.</summary>
    /// <param name="now">A moment of the periods that the counters are of.</param>
    public CountedEvent Plus(UsageChange change, DateTimeOffset now)
    {
        var sum = Counts;
        foreach (var (day, quantity) in change.Days)
            sum = new PeriodCounts(
                sum.Total + quantity,
                sum.Month + (IsIn(MetricPeriod.CurrentMonth, day, now) ? quantity : 0),
                sum.Week + (IsIn(MetricPeriod.CurrentWeek, day, now) ? quantity : 0),
                sum.Day + (IsIn(MetricPeriod.CurrentDay, day, now) ? quantity : 0)
            );
        return this with { Events = change.EventsAfter, Counts = sum };
    }

    /// <summary>The counter of one period.</summary>
    public long In(MetricPeriod period) =>
        period switch
        {
            MetricPeriod.CurrentDay => Counts.Day,
            MetricPeriod.CurrentWeek => Counts.Week,
            MetricPeriod.CurrentMonth => Counts.Month,
            _ => Counts.Total,
        };

    private static CountedEvent Read(DbDataReader row, SqlDialect dialect) =>
        new(
            row.GetInt64(0),
            row.GetString(1),
            row.GetInt64(2),
            new PeriodCounts(row.GetInt64(3), row.GetInt64(6), row.GetInt64(7), row.GetInt64(8)),
            dialect.ReadTime(row, 4),
            dialect.ReadTime(row, 5)
        );

    private static bool IsIn(MetricPeriod period, DateTimeOffset day, DateTimeOffset now)
    {
        var span = MetricPeriods.Of(period, MetricPeriodMonthReset.FirstOfMonth, now);
        return day >= span.Start && day < span.End;
    }
}

/// <summary>Counters of all time and of the month, week and day that it is.</summary>
internal readonly record struct PeriodCounts(long Total, long Month, long Week, long Day);
