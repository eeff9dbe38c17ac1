using Schematic.Contracts.Insights;

namespace Schematic.Dashboard.Insights;

/// <summary>Ranges and granularities in words.</summary>
internal static class UsageWords
{
    public static IReadOnlyList<UsageSpan> Spans { get; } =
    [UsageSpan.SevenDays, UsageSpan.ThirtyDays, UsageSpan.NinetyDays, UsageSpan.TwelveMonths];

    public static string Title(UsageSpan span) =>
        span switch
        {
            UsageSpan.SevenDays => "7 days",
            UsageSpan.ThirtyDays => "30 days",
            UsageSpan.NinetyDays => "90 days",
            _ => "12 months",
        };

    public static string Title(TimeSeriesGranularity granularity) =>
        granularity switch
        {
            TimeSeriesGranularity.Hourly => "Hour",
            TimeSeriesGranularity.Weekly => "Week",
            TimeSeriesGranularity.Monthly => "Month",
            _ => "Day",
        };
}
