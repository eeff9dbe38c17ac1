using Schematic.Api.Authentication;
using Schematic.Api.Entities;
using Schematic.Api.Entitlements;
using Schematic.Api.Evaluation;
using Schematic.Api.Features;
using Schematic.Api.Http;
using Schematic.Api.Persistence;
using Schematic.Contracts.Billing;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Entitlements;

namespace Schematic.Api.Companies.Usage;

/// <summary>The features that one company may use, by name, with its usage of each.</summary>
internal sealed class FeatureUsageStore(
    IDatabase database,
    FlagSnapshots snapshots,
    IFeatureUses uses,
    Caller caller,
    TimeProvider time
)
{
    public async Task<IReadOnlyList<FeatureUsageResponseData>> ListAsync(
        FeatureUsageQuery query,
        CancellationToken cancellationToken
    )
    {
        var catalog = await CatalogAsync(cancellationToken);
        await using var db = database.Open(caller.Environment.Seq);
        var page = (await FilteredAsync(db, catalog, query, cancellationToken))
            .OrderBy(static use => use.Entitlement.Feature.Name, StringComparer.OrdinalIgnoreCase)
            .ThenBy(static use => use.Entitlement.Feature.Seq)
            .Skip((int)Math.Min(query.Offset!.Value, int.MaxValue))
            .Take(query.Limit!.Value)
            .ToList();
        var usage = await new FeatureUseReader(db, uses, caller.Environment.Id).ToContractAsync(
            page,
            query.IncludeCandidates == true,
            cancellationToken
        );
        var credits = await FeatureUseCredits.ReadAsync(db, page, cancellationToken);
        return [.. usage.Zip(page, (one, use) => credits.Complete(use, one))];
    }

    public async Task<long> CountAsync(FeatureUsageQuery query, CancellationToken cancellationToken)
    {
        var catalog = await CatalogAsync(cancellationToken);
        await using var db = database.Open(caller.Environment.Seq);
        return (await FilteredAsync(db, catalog, query, cancellationToken)).LongCount();
    }

    private async ValueTask<EntitlementCatalog> CatalogAsync(CancellationToken cancellationToken) =>
        (await snapshots.OfAsync(caller.Environment.Seq, cancellationToken)).Catalog;

    private async Task<IEnumerable<FeatureUse>> FilteredAsync(
        SchematicDb db,
        EntitlementCatalog catalog,
        FeatureUsageQuery query,
        CancellationToken cancellationToken
    )
    {
        var company = await FindAsync(db, query, cancellationToken);
        var standing = await CompanyStanding.ReadAsync(db, catalog, [company], time.Now(), cancellationToken);
        // Nothing here is managed by a provider of billing.
        if (query.ManagedBy is { } provider && provider != BillingProviderType.Schematic)
            return [];
        var found = FeatureUse.Of(standing[0]);
        if (query.FeatureIds is { } ids)
            found = found.Where(use => ids.Contains(use.Entitlement.Feature.Id));
        if (query.WithoutNegativeEntitlements == true)
            found = found.Where(static use =>
                use.Granted.Terms is not { ValueType: EntitlementValueType.Boolean, ValueBool: not true }
            );
        if (!string.IsNullOrEmpty(query.Q))
            found = found.Where(use =>
                use.Entitlement.Feature.Name.Contains(query.Q, StringComparison.OrdinalIgnoreCase)
                || use.Entitlement.Feature.Id.Contains(query.Q, StringComparison.OrdinalIgnoreCase)
            );
        return found;
    }

    private static async Task<EntityDetail> FindAsync(
        SchematicDb db,
        FeatureUsageQuery query,
        CancellationToken cancellationToken
    )
    {
        if (query.CompanyId is null && query.CompanyKeys is null)
            throw ApiProblem.BadRequest(
                "Name the company: give company_id, or company_keys like company_keys[domain]=acme.com.",
                "company_id"
            );
        var named = EntityReference.FromKeys(
            EntityType.Company,
            query.CompanyKeys ?? new Dictionary<string, string>(),
            query.CompanyId,
            "company_keys"
        );
        return await EntityLookup.FindAsync(db, named, cancellationToken) ?? throw EntityLookup.NotFound(named);
    }
}
