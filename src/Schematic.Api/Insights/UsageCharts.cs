using Microsoft.EntityFrameworkCore;
using Schematic.Api.Authentication;
using Schematic.Api.Companies;
using Schematic.Api.Entities;
using Schematic.Api.Events.Metering;
using Schematic.Api.Features;
using Schematic.Api.Http;
using Schematic.Api.Persistence;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Events;
using Schematic.Contracts.Insights;
using Schematic.Contracts.Plans;
using Schematic.Contracts.Wire;

namespace Schematic.Api.Insights;

/// <summary>Usage of one feature over time, by company and by user. Source: domain, usage reads.</summary>
internal sealed class UsageCharts(IDatabase database, Caller caller, TimeProvider time)
{
    private const int MaxPoints = 1000;
    private const int DefaultDays = 30;

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
                var feature = await FeatureAsync(db, query.FeatureId, token);
                var company = await CompanyAsync(db, query.CompanyId, token);
                return new FeatureUsageTimeSeriesResponseData
                {
                    FeatureId = feature.Id,
                    FeatureType = feature.FeatureType,
                    Limits = [],
                    PeriodType = feature.EventSubtype is null
                        ? null
                        : WireEnum<MetricPeriod>.ToWire(MetricPeriod.CurrentMonth),
                    UsagePoints = feature.EventSubtype is { } subtype
                        ? await CumulativeAsync(db, company, subtype, shown, granularity, token)
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
                var feature = await FeatureAsync(db, query.FeatureId, token);
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
                var (subtype, span) = await CountedAsync(db, query.FeatureId, query.StartTime, query.EndTime, token);
                var total = await UsageSql.SumAsync(db, UsageRow.AllCompanies, subtype, span, token);
                var page = await UsageSql.TopCompaniesAsync(db, subtype, span, query, token);
                return
                [
                    .. page.Select(company => new CompanyUsageResponseData
                    {
                        Company = new PreviewObject { Id = company.Id, Name = company.Name },
                        Share = Share(company.Quantity, total),
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
                var (subtype, span) = await CountedAsync(db, query.FeatureId, query.StartTime, query.EndTime, token);
                return await UsageSql.CountCompaniesAsync(db, subtype, span, token);
            },
            cancellationToken
        );

    public Task<UserUsageByCompanyResponseData> OfUsersAsync(
        UserUsageByCompanyQuery query,
        CancellationToken cancellationToken
    )
    {
        var end = query.EndTime ?? time.Now();
        var start = query.StartTime ?? end.AddDays(-DefaultDays);
        return database.ListSharedAsync(
            caller.Environment.Seq,
            async (db, token) =>
            {
                var (subtype, span) = await CountedAsync(db, query.FeatureId, start, end, token);
                var company = await CompanyAsync(db, query.CompanyId, token);
                var total = await UsageSql.SumAsync(db, company, subtype, span, token);
                var users = await UsageSql.UsersAsync(db, company, subtype, span, token);
                var rows = WithUnattributed(users, total);
                return new UserUsageByCompanyResponseData
                {
                    ActiveUsers = users.Count,
                    CompanyId = query.CompanyId,
                    StartTime = span.Start,
                    EndTime = span.End!.Value,
                    EventSubtype = subtype,
                    FeatureId = query.FeatureId,
                    TotalUsage = total,
                    UserCount = await db.CompanyMemberships.LongCountAsync(row => row.CompanySeq == company, token),
                    Users = await UsersAsync(db, Page(rows, query), total, token),
                };
            },
            cancellationToken
        );
    }

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
        TimeSeriesGranularity granularity,
        CancellationToken cancellationToken
    )
    {
        // The first point counts from the start of its month, which may be before the chart.
        var month = MetricPeriods.Month(shown.Spans[0].Start);
        var before =
            month < shown.Spans[0].Start
                ? await UsageSql.PointsAsync(
                    db,
                    company,
                    subtype,
                    UsageBuckets.Divide(month, shown.Spans[0].Start, null, 1),
                    cancellationToken
                )
                : [];
        var points = await UsageSql.PointsAsync(
            db,
            company,
            subtype,
            UsageBuckets.Divide(shown.Spans[0].Start, shown.Spans[^1].End!.Value, granularity, MaxPoints),
            cancellationToken
        );
        var usage = points.ToDictionary(static point => point.At, static point => point.Quantity);
        var sum = before.Sum(static point => point.Quantity);
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
                    PeriodEnd = month.AddMonths(1),
                    Usage = sum,
                }
            );
        }

        return result;
    }

    private static async Task<FeatureRow> FeatureAsync(
        SchematicDb db,
        string id,
        CancellationToken cancellationToken
    ) =>
        await db.Features.FirstOrDefaultAsync(row => row.Id == id, cancellationToken)
        ?? throw ApiProblem.NotFoundInAccount("feature", id).About("feature_id");

    private static async Task<long> CompanyAsync(SchematicDb db, string id, CancellationToken cancellationToken) =>
        await db
            .Companies.Where(row => row.Id == id)
            .Select(static row => (long?)row.Seq)
            .FirstOrDefaultAsync(cancellationToken)
        ?? throw ApiProblem.NotFound("company", id).About("company_id");

    private static async Task<(string Subtype, MetricSpan Days)> CountedAsync(
        SchematicDb db,
        string featureId,
        DateTimeOffset start,
        DateTimeOffset end,
        CancellationToken cancellationToken
    )
    {
        var feature = await FeatureAsync(db, featureId, cancellationToken);
        var (first, last) = (MetricPeriods.Day(start), MetricPeriods.Day(end));
        if (end <= start)
            throw ApiProblem.BadRequest("end_time must be after start_time.", "end_time");
        var span = new MetricSpan(first, last < end ? last.AddDays(1) : last);
        return feature.EventSubtype is { } subtype
            ? (subtype, span)
            : throw ApiProblem.BadRequest(
                $"The feature {feature.Id} counts no event. Name one with an event_subtype.",
                "feature_id"
            );
    }

    // What came without a user is one more row; there is none where everything had one.
    private static List<UserSum> WithUnattributed(List<UserSum> users, long total)
    {
        var rest = total - users.Sum(static user => user.Quantity);
        var rows = rest == 0 ? users : [.. users, new UserSum(UsageRow.AllUsers, rest)];
        return [.. rows.OrderByDescending(static row => row.Quantity).ThenBy(static row => row.Seq)];
    }

    private static List<UserSum> Page(List<UserSum> rows, Page page) =>
        [.. rows.Skip((int)Math.Min(page.Offset!.Value, int.MaxValue)).Take(page.Limit!.Value)];

    private static async Task<IReadOnlyList<UserUsageResponseData>> UsersAsync(
        SchematicDb db,
        List<UserSum> page,
        long total,
        CancellationToken cancellationToken
    )
    {
        var seqs = page.ConvertAll(static row => row.Seq);
        var users = await db
            .Users.Where(row => seqs.Contains(row.Seq))
            .ToDictionaryAsync(static row => row.Seq, cancellationToken);
        return page.ConvertAll(row =>
        {
            var user = users.GetValueOrDefault(row.Seq);
            return new UserUsageResponseData
            {
                LastSeenAt = user?.LastSeenAt,
                Share = Share(row.Quantity, total),
                Usage = row.Quantity,
                User = user is null ? null : new PreviewObject { Id = user.Id, Name = user.Name },
                UserId = user?.Id,
            };
        });
    }

    private static double Share(long part, long total) => total > 0 ? (double)part / total : 0;
}
