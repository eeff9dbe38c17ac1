using Microsoft.EntityFrameworkCore;
using Schematic.Api.Authentication;
using Schematic.Api.Entities;
using Schematic.Api.Events.Metering;
using Schematic.Api.Features;
using Schematic.Api.Http;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Sql;
using Schematic.Contracts.Insights;

namespace Schematic.Api.Insights;

/// <summary>Usage by company, feature and time, for exports and invoices. Source: domain, usage reads.</summary>
internal sealed class UsageHistory(IDatabase database, Caller caller)
{
    private const int MaxBuckets = 366;

    /// <exception cref="ApiException">
    /// 400: a time is no full hour, there are too many rows of time, or a feature counts no event.
    /// </exception>
    public Task<IReadOnlyList<FeatureUsageHistoryResponseData>> ListAsync(
        FeatureUsageHistoryQuery query,
        CancellationToken cancellationToken
    )
    {
        RequireHour(query.StartTime, "start_time");
        RequireHour(query.EndTime, "end_time");
        var buckets = UsageBuckets.Divide(query.StartTime, query.EndTime, query.Granularity, MaxBuckets);
        return database.ListSharedAsync<IReadOnlyList<FeatureUsageHistoryResponseData>>(
            caller.Environment.Seq,
            async (db, token) =>
            {
                var features = await FeaturesAsync(db, query.FeatureIds, token);
                if (features.Count == 0)
                    return [];
                var companies = await CompaniesAsync(db, query.CompanyIds, token);
                if (companies is { Count: 0 })
                    return [];
                var ends = buckets.Spans.ToDictionary(static span => span.Start, static span => span.End!.Value);
                var page = await PageAsync(db, query, buckets, features, companies, token);
                return
                [
                    .. page.SelectMany(row =>
                        features[row.EventSubtype]
                            .Select(feature => new FeatureUsageHistoryResponseData
                            {
                                CompanyId = row.CompanyId,
                                FeatureId = feature.Id,
                                EventSubtype = row.EventSubtype,
                                PeriodStart = row.At,
                                PeriodEnd = ends[row.At],
                                Usage = row.Quantity,
                            })
                    ),
                ];
            },
            cancellationToken
        );
    }

    private static void RequireHour(DateTimeOffset time, string name)
    {
        if (MetricPeriods.Hour(time) != time)
            throw ApiProblem.BadRequest($"{name} must be a full hour in UTC, like 2026-06-01T00:00:00Z.", name);
    }

    private static async Task<ILookup<string, FeatureRow>> FeaturesAsync(
        SchematicDb db,
        IReadOnlyList<string>? ids,
        CancellationToken cancellationToken
    )
    {
        var rows = await (
            ids is null
                ? db.Features.Where(row => row.EventSubtype != null)
                : db.Features.Where(row => ids.Contains(row.Id))
        )
            .OrderBy(row => row.Seq)
            .ToListAsync(cancellationToken);
        foreach (var id in ids ?? [])
        {
            if (rows.Find(row => row.Id == id) is not { } row)
                throw ApiProblem.BadRequest($"There is no feature \"{ApiProblem.Shorten(id)}\".", "feature_ids");
            if (row.EventSubtype is null)
                throw ApiProblem.BadRequest(
                    $"The feature {id} counts no event. Name only features with an event_subtype.",
                    "feature_ids"
                );
        }

        return rows.ToLookup(static row => row.EventSubtype!, StringComparer.Ordinal);
    }

    /// <returns>Null for all companies.</returns>
    private static async Task<List<long>?> CompaniesAsync(
        SchematicDb db,
        IReadOnlyList<string>? ids,
        CancellationToken cancellationToken
    ) =>
        ids is null
            ? null
            : await db
                .Companies.Where(row => ids.Contains(row.Id))
                .Select(static row => row.Seq)
                .ToListAsync(cancellationToken);

    private static Task<List<Row>> PageAsync(
        SchematicDb db,
        FeatureUsageHistoryQuery query,
        UsageBuckets buckets,
        ILookup<string, FeatureRow> features,
        List<long>? companies,
        CancellationToken cancellationToken
    )
    {
        var subtypes = SqlArray.Of(features.Select(static one => one.Key));
        var among = companies is null
            ? new SqlText(
                $"""
                IN (SELECT company_seq FROM usage WHERE environment_seq = {db.EnvironmentSeq}
                    AND event_subtype {db.Dialect.Among(subtypes)} AND grain = 0 AND company_seq > 0)
                """
            )
            : db.Dialect.Among(SqlArray.Of(companies));
        return db.QueryAsync(
            new SqlText(
                $"""
                SELECT e.id, d.event_subtype, u.bucket_at, CAST(sum(d.quantity) AS bigint)
                FROM usage d JOIN entities e ON e.seq = d.company_seq
                JOIN {buckets.Table(db.Dialect)} ON d.starts_at >= u.bucket_at AND d.starts_at < u.ends_at
                WHERE d.environment_seq = {db.EnvironmentSeq} AND d.company_seq {among}
                    AND d.grain = {buckets.Grain} AND d.event_subtype {db.Dialect.Among(subtypes)}
                    AND d.starts_at >= {buckets.Start} AND d.starts_at < {buckets.End}
                GROUP BY e.seq, e.id, d.event_subtype, u.bucket_at HAVING sum(d.quantity) <> 0
                ORDER BY e.seq, d.event_subtype, u.bucket_at
                """
            ).Page(query),
            row => new Row(row.GetString(0), row.GetString(1), db.Dialect.ReadTime(row, 2), row.GetInt64(3)),
            cancellationToken
        );
    }

    private readonly record struct Row(string CompanyId, string EventSubtype, DateTimeOffset At, long Quantity);
}
