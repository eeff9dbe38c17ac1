using Schematic.Api.Authentication;
using Schematic.Api.Companies;
using Schematic.Api.Companies.Usage;
using Schematic.Api.Entities;
using Schematic.Api.Entitlements;
using Schematic.Api.Evaluation;
using Schematic.Api.Features;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Sql;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Features;

namespace Schematic.Api.Users;

/// <summary>
/// The users that have one feature through a company, newest first. Who is in several such companies is there once,
/// with the one that they joined first.
/// </summary>
internal sealed class FeatureUsersStore(
    IDatabase database,
    FlagSnapshots snapshots,
    IFeatureUses uses,
    Caller caller,
    TimeProvider time
)
{
    public async Task<IReadOnlyList<FeatureCompanyUserResponseData>> ListAsync(
        FeatureUsersQuery query,
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
                var users = await EntityReader.DetailsAsync(db, seqs, token);
                var companies = await UsesOfAsync(db, catalog, seqs, query.FeatureId, token);
                return await ToContractAsync(db, users, companies, token);
            },
            cancellationToken
        );
    }

    public async Task<long> CountAsync(FeatureUsersQuery query, CancellationToken cancellationToken)
    {
        var catalog = await CatalogAsync(query.FeatureId, cancellationToken);
        return await database.ListAsync(
            caller.Environment.Seq,
            async (db, token) => await EntityStore.CountAsync(db, await FilterAsync(db, catalog, query, token), token),
            cancellationToken
        );
    }

    // Uses of the feature by the companies of each user, in the order in which they joined.
    private async Task<ILookup<long, FeatureUse>> UsesOfAsync(
        SchematicDb db,
        EntitlementCatalog catalog,
        IReadOnlyList<long> users,
        string featureId,
        CancellationToken cancellationToken
    )
    {
        var members = await Memberships.SeqsOfUsersAsync(db, users, cancellationToken);
        var companies = await EntityReader.DetailsAsync(
            db,
            [.. members.Select(static one => one.CompanySeq).Distinct()],
            cancellationToken
        );
        var standings = await CompanyStanding.ReadAsync(db, catalog, companies, time.Now(), cancellationToken);
        var found = standings
            .SelectMany(FeatureUse.Of)
            .Where(use => use.Entitlement.Feature.Id == featureId)
            .ToDictionary(static use => use.Company.Company.Seq);
        return members
            .Where(one => found.ContainsKey(one.CompanySeq))
            .ToLookup(static one => one.UserSeq, one => found[one.CompanySeq]);
    }

    private async Task<IReadOnlyList<FeatureCompanyUserResponseData>> ToContractAsync(
        SchematicDb db,
        IReadOnlyList<EntityDetail> users,
        ILookup<long, FeatureUse> companies,
        CancellationToken cancellationToken
    )
    {
        var rows = users.Where(user => companies.Contains(user.Seq)).ToList();
        List<FeatureUse> page = [.. rows.Select(user => companies[user.Seq].First())];
        var usage = await new FeatureUseReader(db, uses, caller.Environment.Id).ToContractAsync(
            page,
            false,
            cancellationToken
        );
        return
        [
            .. rows.Select(
                (user, index) =>
                    new FeatureCompanyUserResponseData
                    {
                        Access = usage[index].Access,
                        Allocation = usage[index].Allocation,
                        AllocationType = usage[index].AllocationType,
                        Company = page[index].Company.Company.ToCompanyContract(caller.Environment.Id, false),
                        EntitlementId = usage[index].EntitlementId,
                        EntitlementType = usage[index].EntitlementType,
                        MetricResetAt = usage[index].MetricResetAt,
                        MonthReset = usage[index].MonthReset,
                        Period = usage[index].Period,
                        Plan = usage[index].Plan,
                        Usage = usage[index].Usage,
                        User = user.ToContract(caller.Environment.Id),
                    }
            ),
        ];
    }

    private async Task<EntityFilter> FilterAsync(
        SchematicDb db,
        EntitlementCatalog catalog,
        FeatureUsersQuery query,
        CancellationToken cancellationToken
    )
    {
        var holders = new PlanHolders(db, catalog, new SqlLiteral("m.company_seq"));
        var entitled = await holders.EntitledAsync(query.FeatureId, time.Now(), cancellationToken);
        return new EntityFilter(EntityType.User, query.Q) { Conditions = [Memberships.InCompanies(entitled)] };
    }

    private async Task<EntitlementCatalog> CatalogAsync(string featureId, CancellationToken cancellationToken) =>
        (await snapshots.OfAsync(caller.Environment.Seq, cancellationToken)).Catalog.RequireFeature(featureId);
}
