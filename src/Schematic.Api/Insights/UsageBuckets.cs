using System.Globalization;
using Schematic.Api.Events.Metering;
using Schematic.Api.Http;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Sql;
using Schematic.Contracts.Events;
using Schematic.Contracts.Insights;

namespace Schematic.Api.Insights;

/// <summary>The hours, days, weeks or months of a chart, clamped to its start and end.</summary>
internal sealed class UsageBuckets
{
    private UsageBuckets(IReadOnlyList<MetricSpan> spans, UsageGrain grain) => (Spans, Grain) = (spans, grain);

    public IReadOnlyList<MetricSpan> Spans { get; }

    public DateTimeOffset Start => Spans[0].Start;

    /// <summary>Not part of the last bucket.</summary>
    public DateTimeOffset End => Spans[^1].End!.Value;

    /// <summary>The coarsest rows of usage that the buckets can be summed up from.</summary>
    public UsageGrain Grain { get; }

    /// <summary>Divides a time into buckets.</summary>
    /// <param name="granularity">Null for one that holds everything.</param>
    /// <exception cref="ApiException">
    /// 400: the end is not after the start, or there are more than <paramref name="max"/>.
    /// </exception>
    public static UsageBuckets Divide(
        DateTimeOffset start,
        DateTimeOffset end,
        TimeSeriesGranularity? granularity,
        int max
    )
    {
        (start, end) = (start.Cut(), end.Cut());
        if (end <= start)
            throw ApiProblem.BadRequest("end_time must be after start_time.", "end_time");
        var spans = new List<MetricSpan>();
        for (var at = start; at < end; )
        {
            var next = Next(at, granularity, end);
            spans.Add(new MetricSpan(at, next < end ? next : end));
            at = next;
            if (spans.Count > max)
                throw ApiProblem.BadRequest(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"granularity {Name(granularity)} gives more than {max} points. Choose a coarser one, or less time."
                    ),
                    "granularity"
                );
        }

        var isWholeDays = MetricPeriods.Day(start) == start && MetricPeriods.Day(end) == end;
        return new UsageBuckets(
            spans,
            isWholeDays && granularity != TimeSeriesGranularity.Hourly ? UsageGrain.Day : UsageGrain.Hour
        );
    }

    /// <summary>The granularity that is easiest to read for a chart of this length.</summary>
    public static TimeSeriesGranularity Fitting(DateTimeOffset start, DateTimeOffset end) =>
        (end - start).TotalDays switch
        {
            <= 7 => TimeSeriesGranularity.Hourly,
            <= 366 => TimeSeriesGranularity.Daily,
            _ => TimeSeriesGranularity.Monthly,
        };

    /// <summary>The start of the period of the chart's first point that a bucket of this granularity begins.</summary>
    public static DateTimeOffset Floor(DateTimeOffset at, TimeSeriesGranularity granularity) =>
        granularity switch
        {
            TimeSeriesGranularity.Hourly => MetricPeriods.Hour(at),
            TimeSeriesGranularity.Daily => MetricPeriods.Day(at),
            TimeSeriesGranularity.Weekly => MetricPeriods.Week(at),
            _ => MetricPeriods.Month(at),
        };

    /// <summary>Adds usage up by bucket; buckets without any are left out.</summary>
    /// <param name="rows">Usage within the buckets, in order of time.</param>
    public List<UsagePoint> Sum(IEnumerable<UsagePoint> rows)
    {
        var sums = new List<UsagePoint>();
        var bucket = 0;
        foreach (var row in rows)
        {
            while (row.At >= Spans[bucket].End)
                bucket++;
            if (sums.Count > 0 && sums[^1].At == Spans[bucket].Start)
                sums[^1] = sums[^1] with { Quantity = sums[^1].Quantity + row.Quantity };
            else
                sums.Add(new UsagePoint(Spans[bucket].Start, row.Quantity));
        }

        return sums;
    }

    /// <summary>The buckets as a table <c>u</c> of <c>starts_at</c> and <c>ends_at</c>, to follow FROM.</summary>
    public SqlText Table(SqlDialect dialect)
    {
        var rows = new SqlRows("bucket_at", "ends_at");
        foreach (var span in Spans)
            rows.Add(span.Start, span.End!.Value);
        return dialect.Table(rows);
    }

    private static DateTimeOffset Next(DateTimeOffset at, TimeSeriesGranularity? granularity, DateTimeOffset end) =>
        granularity switch
        {
            null => end,
            // No bucket follows the last of the calendar.
            { } last when Floor(at, last) == Floor(DateTimeOffset.MaxValue, last) => end,
            TimeSeriesGranularity.Hourly => MetricPeriods.Hour(at).AddHours(1),
            TimeSeriesGranularity.Daily => MetricPeriods.Day(at).AddDays(1),
            TimeSeriesGranularity.Weekly => MetricPeriods.Week(at).AddDays(7),
            _ => MetricPeriods.Of(MetricPeriod.CurrentMonth, MetricPeriodMonthReset.FirstOfMonth, at).End!.Value,
        };

    private static string Name(TimeSeriesGranularity? granularity) =>
        Contracts.Wire.WireEnum<TimeSeriesGranularity>.ToWire(granularity ?? TimeSeriesGranularity.Monthly);
}

/// <summary>Usage in one bucket of a chart, or in one row of usage.</summary>
internal readonly record struct UsagePoint(DateTimeOffset At, long Quantity);
