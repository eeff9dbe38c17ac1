using Microsoft.EntityFrameworkCore;
using Schematic.Api.Authentication;
using Schematic.Api.Entities;
using Schematic.Api.Events.Metering;
using Schematic.Api.Persistence;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Events;
using Schematic.Contracts.Insights;
using Schematic.Contracts.Plans;
using Schematic.Contracts.Wire;

namespace Schematic.Api.Insights;

/// <summary>Usage of one feature over time and by company. Source: domain, usage reads.</summary>
internal sealed class UsageCharts(IDatabase database, Caller caller)
{
    private const int MaxPoints = 1000;
    private static readonly DateTimeOffset LastMonth = MetricPeriods.Month(DateTimeOffset.MaxValue);

    /// <summary>A company's usage, each point counted from the start of its month on.</summary>
    public Task<FeatureUsageTimeSeriesResponseData> OfCompanyAsync(
        FeatureUsageTimeSeriesQuery query,
        CancellationToken cancellationToken
    )
    {
        var granularity = query.Granularity ?? UsageBuckets.Fitting(query.StartTime, query.EndTime);
        var shown = UsageBuckets.Divide(
            UsageBuckets.Floor(query.StartTime, granularity),
            query.EndTime,
            granularity,
            MaxPoints
        );
        return database.ListSharedAsync(
            caller.Environment.Seq,
            async (db, token) =>
            {
                var feature = await UsageSubjects.FeatureAsync(db, query.FeatureId, token);
                var company = await UsageSubjects.CompanyAsync(db, query.CompanyId, token);
                return new FeatureUsageTimeSeriesResponseData
                {
                    FeatureId = feature.Id,
                    FeatureType = feature.FeatureType,
                    Limits = [],
                    PeriodType = feature.EventSubtype is null
                        ? null
                        : WireEnum<MetricPeriod>.ToWire(MetricPeriod.CurrentMonth),
                    UsagePoints = feature.EventSubtype is { } subtype
                        ? await CumulativeAsync(db, company, subtype, shown, token)
                        : [],
                };
            },
            cancellationToken
        );
    }

    /// <summary>The usage of all companies together, each point of its own time alone.</summary>
    public Task<EnvironmentFeatureUsageTimeSeriesResponseData> OfEnvironmentAsync(
        EnvironmentFeatureUsageTimeSeriesQuery query,
        CancellationToken cancellationToken
    )
    {
        var granularity = query.Granularity ?? UsageBuckets.Fitting(query.StartTime, query.EndTime);
        var start = UsageBuckets.Floor(query.StartTime, granularity);
        var buckets = UsageBuckets.Divide(start, query.EndTime, granularity, MaxPoints);
        return database.ListSharedAsync(
            caller.Environment.Seq,
            async (db, token) =>
            {
                var feature = await UsageSubjects.FeatureAsync(db, query.FeatureId, token);
                var points = feature.EventSubtype is { } subtype
                    ? await UsageSql.PointsAsync(db, UsageRow.AllCompanies, subtype, buckets, token)
                    : [];
                var usage = points.ToDictionary(static point => point.At, static point => point.Quantity);
                return new EnvironmentFeatureUsageTimeSeriesResponseData
                {
                    FeatureId = feature.Id,
                    EventSubtype = feature.EventSubtype ?? "",
                    Points =
                    [
                        .. buckets.Spans.Select(span => new EnvironmentUsagePointResponseData
                        {
                            Timestamp = span.Start,
                            Usage = usage.GetValueOrDefault(span.Start),
                        }),
                    ],
                };
            },
            cancellationToken
        );
    }

    public Task<IReadOnlyList<CompanyUsageResponseData>> TopCompaniesAsync(
        TopCompaniesQuery query,
        CancellationToken cancellationToken
    ) =>
        database.ListSharedAsync<IReadOnlyList<CompanyUsageResponseData>>(
            caller.Environment.Seq,
            async (db, token) =>
            {
                var (subtype, span) = await UsageSubjects.CountedAsync(
                    db,
                    query.FeatureId,
                    query.StartTime,
                    query.EndTime,
                    token
                );
                var total = await UsageSql.SumAsync(db, UsageRow.AllCompanies, subtype, span, token);
                var page = await UsageSql.TopCompaniesAsync(db, subtype, span, query, token);
                return
                [
                    .. page.Select(company => new CompanyUsageResponseData
                    {
                        Company = new PreviewObject { Id = company.Id, Name = company.Name },
                        Share = UsageSubjects.Share(company.Quantity, total),
                        Usage = company.Quantity,
                    }),
                ];
            },
            cancellationToken
        );

    public Task<long> CountTopCompaniesAsync(TopCompaniesQuery query, CancellationToken cancellationToken) =>
        database.ListSharedAsync(
            caller.Environment.Seq,
            async (db, token) =>
            {
                var (subtype, span) = await UsageSubjects.CountedAsync(
                    db,
                    query.FeatureId,
                    query.StartTime,
                    query.EndTime,
                    token
                );
                return await UsageSql.CountCompaniesAsync(db, subtype, span, token);
            },
            cancellationToken
        );

    /// <summary>Until there are entitlements, no company has the use of any feature.</summary>
    public async Task<FeatureUsageDetailResponseData> OfKeysAsync(
        IReadOnlyDictionary<string, string> keys,
        CancellationToken cancellationToken
    )
    {
        await using var db = database.Open(caller.Environment.Seq);
        var named = EntityReference.FromKeys(EntityType.Company, keys);
        _ = await EntityLookup.FindAsync(db, named, cancellationToken) ?? throw EntityLookup.NotFound(named);
        return new FeatureUsageDetailResponseData { Features = [] };
    }

    private static async Task<IReadOnlyList<UsageTimeSeriesPointResponseData>> CumulativeAsync(
        SchematicDb db,
        long company,
        string subtype,
        UsageBuckets shown,
        CancellationToken cancellationToken
    )
    {
        var month = MetricPeriods.Month(shown.Spans[0].Start);
        var sum = await BeforeAsync(
            db,
            company,
            subtype,
            new MetricSpan(month, shown.Spans[0].Start),
            cancellationToken
        );
        var points = await UsageSql.PointsAsync(db, company, subtype, shown, cancellationToken);
        var usage = points.ToDictionary(static point => point.At, static point => point.Quantity);
        var result = new List<UsageTimeSeriesPointResponseData>(shown.Spans.Count);
        foreach (var span in shown.Spans)
        {
            // A week may begin in one month and end in another: it is of the month in which it begins.
            if (MetricPeriods.Month(span.Start) is var current && current != month)
                (month, sum) = (current, 0);
            sum += usage.GetValueOrDefault(span.Start);
            result.Add(
                new UsageTimeSeriesPointResponseData
                {
                    Timestamp = span.Start,
                    PeriodStart = month,
                    PeriodEnd = month == LastMonth ? DateTimeOffset.MaxValue : month.AddMonths(1),
                    Usage = sum,
                }
            );
        }

        return result;
    }

    // The first point counts from the start of its month, which may be before the chart.
    private static async Task<long> BeforeAsync(
        SchematicDb db,
        long company,
        string subtype,
        MetricSpan before,
        CancellationToken cancellationToken
    )
    {
        if (before.End <= before.Start)
            return 0;
        var bucket = UsageBuckets.Divide(before.Start, before.End!.Value, null, 1);
        var points = await UsageSql.PointsAsync(db, company, subtype, bucket, cancellationToken);
        return points.Sum(static point => point.Quantity);
    }
}
