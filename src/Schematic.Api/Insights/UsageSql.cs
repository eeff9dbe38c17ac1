using Schematic.Api.Events.Metering;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Sql;

namespace Schematic.Api.Insights;

/// <summary>Usage of one company, summed up.</summary>
internal readonly record struct CompanySum(string Id, string Name, long Quantity);

/// <summary>Usage of one user, summed up.</summary>
internal readonly record struct UserSum(long Seq, long Quantity);

/// <summary>Queries over usage. All read roll-ups, none reads events.</summary>
internal static class UsageSql
{
    /// <summary>Usage by bucket; buckets without any are left out.</summary>
    /// <param name="companySeq"><see cref="UsageRow.AllCompanies"/> for all of them together.</param>
    public static async Task<List<UsagePoint>> PointsAsync(
        SchematicDb db,
        long companySeq,
        string eventSubtype,
        UsageBuckets buckets,
        CancellationToken cancellationToken
    )
    {
        // Some thousand rows at most: adding them up here takes less time than joining them with the buckets there.
        var rows = await db.QueryAsync(
            new SqlText(
                $"""
                SELECT starts_at, quantity FROM usage
                WHERE environment_seq = {db.EnvironmentSeq} AND company_seq = {companySeq} AND grain = {buckets.Grain}
                    AND event_subtype = {eventSubtype} AND starts_at >= {buckets.Start} AND starts_at < {buckets.End}
                ORDER BY starts_at
                """
            ),
            row => new UsagePoint(db.Dialect.ReadTime(row, 0), row.GetInt64(1)),
            cancellationToken
        );
        return buckets.Sum(rows);
    }

    /// <summary>Companies by usage, the most first.</summary>
    public static Task<List<CompanySum>> TopCompaniesAsync(
        SchematicDb db,
        string eventSubtype,
        MetricSpan span,
        Contracts.Wire.Page page,
        CancellationToken cancellationToken
    ) =>
        db.QueryAsync(
            new SqlText(
                $"""
                SELECT e.id, e.name, s.quantity FROM ({CompanySums(db, eventSubtype, span)}) s
                JOIN entities e ON e.seq = s.company_seq ORDER BY s.quantity DESC, e.seq
                """
            ).Page(page),
            static row => new CompanySum(row.GetString(0), row.GetString(1), row.GetInt64(2)),
            cancellationToken
        );

    public static async Task<long> CountCompaniesAsync(
        SchematicDb db,
        string eventSubtype,
        MetricSpan span,
        CancellationToken cancellationToken
    ) =>
        await db.ScalarAsync<long>(
            new SqlText(
                $"""
                SELECT count(*) FROM ({CompanySums(db, eventSubtype, span)}) s
                JOIN entities e ON e.seq = s.company_seq
                """
            ),
            cancellationToken
        );

    /// <summary>Usage of a company in whole days.</summary>
    public static async Task<long> SumAsync(
        SchematicDb db,
        long companySeq,
        string eventSubtype,
        MetricSpan span,
        CancellationToken cancellationToken
    ) =>
        await db.ScalarAsync<long>(
            new SqlText(
                $"""
                SELECT CAST(coalesce(sum(quantity), 0) AS bigint) FROM usage
                WHERE environment_seq = {db.EnvironmentSeq} AND company_seq = {companySeq}
                    AND grain = {UsageGrain.Day} AND event_subtype = {eventSubtype}
                    AND starts_at >= {span.Start} AND starts_at < {span.End!.Value}
                """
            ),
            cancellationToken
        );

    /// <summary>Usage of a company by user in whole days.</summary>
    public static Task<List<UserSum>> UsersAsync(
        SchematicDb db,
        long companySeq,
        string eventSubtype,
        MetricSpan span,
        CancellationToken cancellationToken
    ) =>
        db.QueryAsync(
            new SqlText(
                $"""
                SELECT user_seq, CAST(sum(quantity) AS bigint) FROM usage
                WHERE environment_seq = {db.EnvironmentSeq} AND company_seq = {companySeq}
                    AND grain = {UsageGrain.UserDay} AND event_subtype = {eventSubtype}
                    AND starts_at >= {span.Start} AND starts_at < {span.End!.Value}
                GROUP BY user_seq
                """
            ),
            static row => new UserSum(row.GetInt64(0), row.GetInt64(1)),
            cancellationToken
        );

    // By the index on days, whose filter has to be repeated to the letter.
    private static SqlText CompanySums(SchematicDb db, string eventSubtype, MetricSpan span) =>
        new(
            $"""
            SELECT company_seq, CAST(sum(quantity) AS bigint) AS quantity FROM usage
            WHERE environment_seq = {db.EnvironmentSeq} AND grain = {new SqlLiteral(DayGrain)} AND company_seq > 0
                AND event_subtype = {eventSubtype}
                AND starts_at >= {span.Start} AND starts_at < {span.End!.Value}
            GROUP BY company_seq
            """
        );

    private const string DayGrain = "2";
}
