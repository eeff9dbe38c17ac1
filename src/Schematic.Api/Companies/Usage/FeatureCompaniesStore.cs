using Schematic.Api.Authentication;
using Schematic.Api.Entities;
using Schematic.Api.Entitlements;
using Schematic.Api.Evaluation;
using Schematic.Api.Features;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Sql;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Features;

namespace Schematic.Api.Companies.Usage;

/// <summary>The companies that have one feature, newest first, with their usage of it.</summary>
internal sealed class FeatureCompaniesStore(
    IDatabase database,
    FlagSnapshots snapshots,
    IFeatureUses uses,
    Caller caller,
    TimeProvider time
)
{
    public async Task<IReadOnlyList<FeatureCompanyResponseData>> ListAsync(
        FeatureCompaniesQuery query,
        CancellationToken cancellationToken
    )
    {
        var catalog = await CatalogAsync(query.FeatureId, cancellationToken);
        return await database.ListAsync(
            caller.Environment.Seq,
            async (db, token) =>
            {
                var filter = await FilterAsync(db, catalog, query, token);
                var seqs = await EntityStore.PageAsync(db, filter, EntitySort.NewestFirst, query, token);
                var companies = await EntityReader.DetailsAsync(db, seqs, token);
                return await ToContractAsync(db, catalog, companies, query.FeatureId, token);
            },
            cancellationToken
        );
    }

    public async Task<long> CountAsync(FeatureCompaniesQuery query, CancellationToken cancellationToken)
    {
        var catalog = await CatalogAsync(query.FeatureId, cancellationToken);
        return await database.ListAsync(
            caller.Environment.Seq,
            async (db, token) => await EntityStore.CountAsync(db, await FilterAsync(db, catalog, query, token), token),
            cancellationToken
        );
    }

    private async Task<IReadOnlyList<FeatureCompanyResponseData>> ToContractAsync(
        SchematicDb db,
        EntitlementCatalog catalog,
        IReadOnlyList<EntityDetail> companies,
        string featureId,
        CancellationToken cancellationToken
    )
    {
        var now = time.Now();
        var standings = await CompanyStanding.ReadAsync(db, catalog, companies, now, cancellationToken);
        // One that has just lost it is no longer among them.
        var page = standings.SelectMany(FeatureUse.Of).Where(use => use.Entitlement.Feature.Id == featureId).ToList();
        var usage = await new FeatureUseReader(db, uses, caller.Environment.Id).ToContractAsync(
            page,
            false,
            cancellationToken
        );
        var credits = await FeatureUseCredits.ReadAsync(db, page, cancellationToken);
        var details = new CompanyDetails(catalog, caller.Environment.Id, now);
        return
        [
            .. usage.Zip(
                page,
                (one, use) =>
                {
                    var complete = credits.Complete(use, one);
                    return new FeatureCompanyResponseData(complete)
                    {
                        Company = details.ToContract(use.Company, false),
                        CreditUsage = credits.ToContract(use, complete),
                    };
                }
            ),
        ];
    }

    private async Task<EntityFilter> FilterAsync(
        SchematicDb db,
        EntitlementCatalog catalog,
        FeatureCompaniesQuery query,
        CancellationToken cancellationToken
    )
    {
        var holders = new PlanHolders(db, catalog, new SqlLiteral("e.seq"));
        return new EntityFilter(EntityType.Company, query.Q)
        {
            Conditions = [await holders.EntitledAsync(query.FeatureId, time.Now(), cancellationToken)],
        };
    }

    private async Task<EntitlementCatalog> CatalogAsync(string featureId, CancellationToken cancellationToken) =>
        (await snapshots.OfAsync(caller.Environment.Seq, cancellationToken)).Catalog.RequireFeature(featureId);
}
