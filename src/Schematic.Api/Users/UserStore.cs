using Schematic.Api.Authentication;
using Schematic.Api.Companies;
using Schematic.Api.Entities;
using Schematic.Api.Persistence;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Users;

namespace Schematic.Api.Users;

internal sealed class UserStore(IDatabase database, Caller caller, TimeProvider time)
{
    private string EnvironmentId => caller.Environment.Id;

    public async Task<IReadOnlyList<UserDetailResponseData>> ListAsync(
        UsersQuery query,
        CancellationToken cancellationToken
    )
    {
        await using var db = database.Open(caller.Environment.Seq);
        var seqs = await EntityStore.PageAsync(db, Filter(query), EntitySort.NewestFirst, query, cancellationToken);
        var users = await EntityReader.DetailsAsync(db, seqs, cancellationToken);
        return await ContractsAsync(db, users, withDefinitions: false, cancellationToken);
    }

    public async Task<long> CountAsync(UsersQuery query, CancellationToken cancellationToken)
    {
        await using var db = database.Open(caller.Environment.Seq);
        return await EntityStore.CountAsync(db, Filter(query), cancellationToken);
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
    public Task<UserDetailResponseData> ApplyAsync(
        EntityChange change,
        UserMembershipChange? companies,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync(
            caller.Environment.Seq,
            async (db, token) =>
            {
                var writer = new EntityWriter(db, time.Now());
                var user = await writer.ApplyAsync(change, token);
                if (companies is not null)
                    await JoinAsync(db, writer, user.Seq, companies, token);
                var memberships = await Memberships.OfUsersAsync(db, [user.Seq], token);
                return user.ToDetailContract(EnvironmentId, memberships[user.Seq]);
            },
            cancellationToken
        );

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

    private async Task JoinAsync(
        SchematicDb db,
        EntityWriter writer,
        long userSeq,
        UserMembershipChange companies,
        CancellationToken cancellationToken
    )
    {
        var seqs = new HashSet<long>();
        foreach (var reference in companies.References)
            seqs.Add(await writer.GetOrCreateAsync(reference, cancellationToken));
        if (companies.AreAll)
            await Memberships.KeepOnlyAsync(db, userSeq, seqs, cancellationToken);
        foreach (var seq in seqs)
            await Memberships.AddAsync(db, seq, userSeq, time.Now(), cancellationToken);
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

    // Until plans exist, no user's company has one.
    private static EntityFilter Filter(UsersQuery query) =>
        new(EntityType.User, query.Q, query.Ids, query.CompanyId, Nothing: query.PlanId is not null);
}
