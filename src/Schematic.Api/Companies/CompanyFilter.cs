using Schematic.Api.Entities;
using Schematic.Api.Entitlements;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Sql;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Entities;

namespace Schematic.Api.Companies;

/// <summary>The companies that a list shows.</summary>
internal static class CompanyFilter
{
    /// <summary>Two statements at most for each filter about plans and overrides.</summary>
    public static async Task<EntityFilter> ReadAsync(
        SchematicDb db,
        EntitlementCatalog catalog,
        CompaniesQuery query,
        EntitySort sort,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var holders = new PlanHolders(db, catalog, new SqlLiteral("e.seq"));
        var conditions = new List<SqlText>();
        foreach (var versions in Versions(catalog, query))
            conditions.Add(await holders.OnAsync(versions, sort.IsBySeq, cancellationToken));
        if (query.WithoutPlan == true)
            conditions.Add(holders.WithoutPlan());
        if (query.WithEntitlementFor is { } entitled)
            conditions.Add(await holders.EntitledAsync(entitled, now, cancellationToken));
        if (query.WithFeatureOverrideFor is { } overridden)
            conditions.Add(await holders.OverriddenAsync(overridden, cancellationToken));
        if (query.WithoutFeatureOverrideFor is { } notOverridden)
            conditions.Add(holders.NotOverridden(notOverridden));
        if (query.CreditTypeIds is { } creditTypes)
            conditions.Add(Holding(db, creditTypes));
        return new EntityFilter(EntityType.Company, query.Q, query.Ids, Nothing: AsksForBilling(query))
        {
            Conditions = conditions,
        };
    }

    private static IEnumerable<IEnumerable<SoldVersion>> Versions(EntitlementCatalog catalog, CompaniesQuery query)
    {
        var all = catalog.Versions.Values;
        if ((query.PlanIds ?? Only(query.PlanId)) is { } plans)
            yield return all.Where(version => plans.Contains(version.PlanId));
        if ((query.PlanVersionIds ?? Only(query.PlanVersionId)) is { } versions)
            yield return all.Where(version => versions.Contains(version.Id));
        if (query.PlanVersionUnpublished == true)
            yield return all.Where(static version => !version.IsPublished);
    }

    // Remaining or reserved; what a company held once does not count.
    private static SqlText Holding(SchematicDb db, IReadOnlyList<string> creditTypes) =>
        new(
            $"""
            e.seq IN (
                SELECT b.company_seq FROM credit_balances b JOIN credit_types t ON t.seq = b.credit_type_seq
                WHERE t.environment_seq = {db.EnvironmentSeq} AND t.id {db.Dialect.Among(SqlArray.Of(creditTypes))}
                    AND t.deleted_at IS NULL AND b.remaining_micro_credits + b.reserved_micro_credits > 0
            )
            """
        );

    // Nobody has a subscription yet.
    private static bool AsksForBilling(CompaniesQuery query) =>
        query.HasScheduledDowngrade == true
        || query.MonetizedSubscriptions == true
        || query.SubscriptionStatuses is not null
        || query.SubscriptionTypes is not null
        || query.WithSubscription == true;

    private static IReadOnlyList<string>? Only(string? id) => id is null ? null : [id];
}
