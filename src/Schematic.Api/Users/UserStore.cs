using Schematic.Api.Authentication;
using Schematic.Api.Companies;
using Schematic.Api.Entities;
using Schematic.Api.Persistence;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Users;

namespace Schematic.Api.Users;

internal sealed class UserStore(IDatabase database, EntityWriteQueue writes, Caller caller, TimeProvider time)
{
    private string EnvironmentId => caller.Environment.Id;

    public Task<IReadOnlyList<UserDetailResponseData>> ListAsync(
        UsersQuery query,
        CancellationToken cancellationToken
    ) =>
        database.ListAsync(
            caller.Environment.Seq,
            async (db, token) =>
            {
                var seqs = await EntityStore.PageAsync(db, Filter(query), EntitySort.NewestFirst, query, token);
                var users = await EntityReader.DetailsAsync(db, seqs, token);
                return await ContractsAsync(db, users, withDefinitions: false, token);
            },
            cancellationToken
        );

    public Task<long> CountAsync(UsersQuery query, CancellationToken cancellationToken) =>
        database.ListAsync(
            caller.Environment.Seq,
            (db, token) => EntityStore.CountAsync(db, Filter(query), token),
            cancellationToken
        );

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

    // Until plans exist, no user's company has one.
    private static EntityFilter Filter(UsersQuery query) =>
        new(EntityType.User, query.Q, query.Ids, query.CompanyId, Nothing: query.PlanId is not null);
}
