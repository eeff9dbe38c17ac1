using Schematic.Api.Entitlements;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Sql;
using Schematic.Contracts.Plans;

namespace Schematic.Api.Companies;

/// <summary>
/// Conditions about the plans and overrides of a company, for a WHERE. What plans are and give is in memory: a
/// condition is about versions by number, and looks at no table but those of what companies have.
/// </summary>
/// <param name="company">The column that holds the company's seq.</param>
internal sealed class PlanHolders(SchematicDb db, EntitlementCatalog catalog, SqlLiteral company)
{
    /// <summary>
    /// So few companies are looked up and sorted. More are met soon enough on a walk along the list, where looking up
    /// and sorting all of them would take longer than the whole page may.
    /// </summary>
    private const int Few = 5_000;

    private static readonly SqlText Nobody = new($"1 = 0");

    /// <summary>Is on one of these versions; two statements at most.</summary>
    /// <param name="versions">The versions.</param>
    /// <param name="isBySeq">Whether companies are walked in the order of their creation.</param>
    public async Task<SqlText> OnAsync(
        IEnumerable<SoldVersion> versions,
        bool isBySeq,
        CancellationToken cancellationToken
    )
    {
        var seqs = Seqs(versions);
        if (seqs.Count == 0)
            return Nobody;
        if (await AreFewAsync(OnPlans(seqs), cancellationToken))
            return Among(OnPlans(seqs));
        // A span of numbers would only tempt SQLite away from the index that a walk by another column goes along.
        if (!isBySeq)
            return Has(OnPlans(seqs), "p");
        // Who is on a version that nobody gets any more is not among the newest: the walk begins where they are.
        var spans = await db.QueryAsync(
            new SqlText(
                $"""
                SELECT (SELECT min(p.company_seq) FROM company_plans p WHERE p.plan_version_seq = u.seq),
                    (SELECT max(p.company_seq) FROM company_plans p WHERE p.plan_version_seq = u.seq)
                FROM {db.Dialect.Table(Rows(seqs))}
                """
            ),
            static row => row.IsDBNull(0) ? ((long, long)?)null : (row.GetInt64(0), row.GetInt64(1)),
            cancellationToken
        );
        var (first, last) = (spans.Min(static span => span?.Item1), spans.Max(static span => span?.Item2));
        return new SqlText($"{company} >= {first} AND {company} <= {last} AND {Has(OnPlans(seqs), "p")}");
    }

    /// <summary>Has no plan, whatever its add-ons.</summary>
    public SqlText WithoutPlan() =>
        new(
            $"""
            NOT EXISTS (
                SELECT 1 FROM company_plans p WHERE p.company_seq = {company} AND p.plan_type = {PlanType.Plan}
            )
            """
        );

    /// <summary>Has a plan entitlement or an override that has not expired for the feature; one statement.</summary>
    public async Task<SqlText> EntitledAsync(string featureId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (FeatureSeq(featureId) is not { } feature)
            return Nobody;
        var seqs = Seqs(
            catalog.Versions.Values.Where(version => version.Features.Any(granted => granted.Feature.Seq == feature))
        );
        var overrides = Overrides(feature).Append($" AND (o.expires_at IS NULL OR o.expires_at > {now})");
        var all = new SqlText($"{OnPlans(seqs)} UNION ALL {overrides}");
        return await AreFewAsync(all, cancellationToken)
            ? Among(all)
            : new SqlText($"({Has(OnPlans(seqs), "p")} OR {Has(overrides, "o")})");
    }

    /// <summary>Has an override for the feature, expired or not; one statement.</summary>
    public async Task<SqlText> OverriddenAsync(string featureId, CancellationToken cancellationToken) =>
        FeatureSeq(featureId) is not { } feature ? Nobody
        : await AreFewAsync(Overrides(feature), cancellationToken) ? Among(Overrides(feature))
        : Has(Overrides(feature), "o");

    public SqlText NotOverridden(string featureId) =>
        FeatureSeq(featureId) is { } feature
            ? new SqlText($"NOT {Has(Overrides(feature), "o")}")
            : new SqlText($"1 = 1");

    private static IReadOnlyList<int> Seqs(IEnumerable<SoldVersion> versions) =>
        [.. versions.Select(static version => version.Seq)];

    private static SqlRows Rows(IReadOnlyList<int> seqs)
    {
        var rows = new SqlRows("seq");
        foreach (var seq in seqs)
            rows.Add(seq);
        return rows;
    }

    private int? FeatureSeq(string id) => catalog.Features.Values.FirstOrDefault(one => one.Id == id)?.Seq;

    private SqlText OnPlans(IReadOnlyList<int> versions) =>
        new(
            $"""
            SELECT p.company_seq FROM company_plans p
            WHERE p.plan_version_seq {db.Dialect.Among(SqlArray.Of(versions))}
            """
        );

    private SqlText Overrides(int feature) =>
        new(
            $"""
            SELECT o.company_seq FROM company_overrides o
            WHERE o.environment_seq = {db.EnvironmentSeq} AND o.feature_seq = {feature}
            """
        );

    private SqlText Among(SqlText companies) => new($"{company} IN ({companies})");

    private SqlText Has(SqlText companies, string alias) =>
        new($"EXISTS ({companies} AND {new SqlLiteral(alias)}.company_seq = {company})");

    private async Task<bool> AreFewAsync(SqlText companies, CancellationToken cancellationToken) =>
        await db.ScalarAsync<long>(
            new SqlText($"SELECT count(*) FROM (SELECT 1 FROM ({companies}) c LIMIT {Few + 1}) f"),
            cancellationToken
        ) <= Few;
}
