using Schematic.Api.Authentication;
using Schematic.Api.Companies;
using Schematic.Api.Entities;
using Schematic.Api.Entitlements;
using Schematic.Api.Evaluation;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Sql;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Users;

namespace Schematic.Api.Users;

internal sealed class UserStore(
    IDatabase database,
    EntityWriteQueue writes,
    FlagSnapshots snapshots,
    Caller caller,
    TimeProvider time
)
{
    private string EnvironmentId => caller.Environment.Id;

    public async Task<IReadOnlyList<UserDetailResponseData>> ListAsync(
        UsersQuery query,
        CancellationToken cancellationToken
    )
    {
        var catalog = await CatalogAsync(cancellationToken);
        return await database.ListAsync(
            caller.Environment.Seq,
            async (db, token) =>
            {
                var filter = await FilterAsync(db, catalog, query, token);
                var seqs = await EntityStore.PageAsync(db, filter, EntitySort.NewestFirst, query, token);
                var users = await EntityReader.DetailsAsync(db, seqs, token);
                return await ContractsAsync(db, users, withDefinitions: false, token);
            },
            cancellationToken
        );
    }

    public async Task<long> CountAsync(UsersQuery query, CancellationToken cancellationToken)
    {
        var catalog = await CatalogAsync(cancellationToken);
        return await database.ListAsync(
            caller.Environment.Seq,
            async (db, token) => await EntityStore.CountAsync(db, await FilterAsync(db, catalog, query, token), token),
            cancellationToken
        );
    }

    public async Task<UserDetailResponseData> GetAsync(
        IReadOnlyDictionary<string, string> keys,
        CancellationToken cancellationToken
    )
    {
        await using var db = database.Open(caller.Environment.Seq);
        var named = EntityReference.FromKeys(EntityType.User, keys);
        var user = await EntityLookup.FindAsync(db, named, cancellationToken) ?? throw EntityLookup.NotFound(named);
        return (await ContractsAsync(db, [user], withDefinitions: true, cancellationToken))[0];
    }

    /// <param name="companies">The memberships asked for besides; null where none are.</param>
    public async Task<UserDetailResponseData> ApplyAsync(
        EntityChange change,
        UserMembershipChange? companies,
        CancellationToken cancellationToken
    )
    {
        var user = companies is null
            ? await writes.ApplyAsync(caller.Environment.Seq, change, cancellationToken)
            : await database.WriteAsync(
                caller.Environment.Seq,
                (db, token) => JoinAsync(db, change, companies, token),
                cancellationToken
            );
        await using var db = database.Open(caller.Environment.Seq);
        return (await ContractsAsync(db, [user], withDefinitions: true, cancellationToken))[0];
    }

    public async Task<UserResponseData> DeleteAsync(
        IReadOnlyDictionary<string, string> keys,
        CancellationToken cancellationToken
    )
    {
        var named = EntityReference.FromKeys(EntityType.User, keys);
        var deleted = await database.WriteAsync(
            caller.Environment.Seq,
            (db, token) => new EntityWriter(db, time.Now()).DeleteAsync(named, token),
            cancellationToken
        );
        return deleted.ToContract(EnvironmentId);
    }

    private async Task<EntityDetail> JoinAsync(
        SchematicDb db,
        EntityChange change,
        UserMembershipChange companies,
        CancellationToken cancellationToken
    )
    {
        var writer = new EntityWriter(db, time.Now());
        var applied = (await writer.ApplyAsync([change, .. companies.References], cancellationToken))
            .Select(static outcome => outcome.Entity())
            .ToList();
        var (user, seqs) = (applied[0], applied.Skip(1).Select(static company => company.Seq).ToHashSet());
        if (companies.AreAll)
            await Memberships.KeepOnlyAsync(db, user.Seq, seqs, cancellationToken);
        foreach (var seq in seqs)
            await Memberships.AddAsync(db, seq, user.Seq, time.Now(), cancellationToken);
        return user;
    }

    private async Task<IReadOnlyList<UserDetailResponseData>> ContractsAsync(
        SchematicDb db,
        List<EntityDetail> users,
        bool withDefinitions,
        CancellationToken cancellationToken
    )
    {
        if (users.Count == 0)
            return [];
        var memberships = await Memberships.OfUsersAsync(db, [.. users.Select(user => user.Seq)], cancellationToken);
        return [.. users.Select(user => user.ToDetailContract(EnvironmentId, memberships[user.Seq], withDefinitions))];
    }

    private async ValueTask<EntitlementCatalog> CatalogAsync(CancellationToken cancellationToken) =>
        (await snapshots.OfAsync(caller.Environment.Seq, cancellationToken)).Catalog;

    private static async Task<EntityFilter> FilterAsync(
        SchematicDb db,
        EntitlementCatalog catalog,
        UsersQuery query,
        CancellationToken cancellationToken
    )
    {
        var filter = new EntityFilter(EntityType.User, query.Q, query.Ids, query.CompanyId);
        if (query.PlanId is not { } planId)
            return filter;
        var holders = new PlanHolders(db, catalog, new SqlLiteral("m.company_seq"));
        var onPlan = await holders.OnAsync(
            catalog.Versions.Values.Where(version => version.PlanId == planId),
            isBySeq: true,
            cancellationToken
        );
        return filter with { Conditions = [Memberships.InCompanies(onPlan)] };
    }
}
