using Schematic.Api.Events.Metering;
using Schematic.Contracts.Events;

namespace Schematic.Api.Companies;

/// <summary>
/// The counters of a company as the wire has them: one for each event, period and way in which months restart.
/// </summary>
internal static class CompanyMetrics
{
    private static readonly (MetricPeriod Period, MetricPeriodMonthReset Reset)[] Kinds =
    [
        (MetricPeriod.AllTime, MetricPeriodMonthReset.FirstOfMonth),
        (MetricPeriod.CurrentDay, MetricPeriodMonthReset.FirstOfMonth),
        (MetricPeriod.CurrentMonth, MetricPeriodMonthReset.BillingCycle),
        (MetricPeriod.CurrentMonth, MetricPeriodMonthReset.FirstOfMonth),
        (MetricPeriod.CurrentWeek, MetricPeriodMonthReset.FirstOfMonth),
    ];

    public static IReadOnlyList<CompanyEventPeriodMetricsResponseData> ToContract(
        IEnumerable<CountedEvent> counted,
        string accountId,
        string environmentId,
        string companyId,
        DateTimeOffset now
    ) =>
        [
            .. counted.SelectMany(one =>
                Kinds.Select(kind => new CompanyEventPeriodMetricsResponseData
                {
                    AccountId = accountId,
                    EnvironmentId = environmentId,
                    CompanyId = companyId,
                    EventSubtype = one.EventSubtype,
                    Period = kind.Period,
                    MonthReset = kind.Reset,
                    CapturedAtMin = one.FirstAt,
                    CapturedAtMax = one.LastAt,
                    CreatedAt = one.FirstAt,
                    ValidUntil = MetricPeriods.Of(kind.Period, kind.Reset, now).End,
                    Value = one.In(kind.Period),
                })
            ),
        ];
}
