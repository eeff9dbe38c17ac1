using Microsoft.EntityFrameworkCore;
using Schematic.Api.Authentication;
using Schematic.Api.Http;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Sql;
using Schematic.Contracts.Members;

namespace Schematic.Api.Members;

/// <summary>Invitations, each accepted at most once and within a week.</summary>
internal sealed class InvitationStore(IDatabase database, Caller caller, TimeProvider time)
{
    public async Task<IReadOnlyList<InvitationResponseData>> ListAsync(
        InvitationsQuery query,
        CancellationToken cancellationToken
    )
    {
        caller.RequireWholeAccount("see invitations");
        var now = time.Now();
        var rows = await database.ListAccountAsync(
            (db, token) => Open(db, now).OrderByDescending(row => row.Seq).Page(query).ToListAsync(token),
            cancellationToken
        );
        return rows.ConvertAll(static row => row.ToContract());
    }

    public Task<long> CountAsync(CancellationToken cancellationToken)
    {
        caller.RequireWholeAccount("see invitations");
        var now = time.Now();
        return database.ListAccountAsync((db, token) => Open(db, now).LongCountAsync(token), cancellationToken);
    }

    /// <summary>Invites a person; an earlier invitation of the same person ends.</summary>
    /// <returns>The invitation with the secret of its link, which is stored only as a hash.</returns>
    public async Task<InvitationResponseData> CreateAsync(
        CreateInvitationRequestBody body,
        CancellationToken cancellationToken
    )
    {
        caller.RequireWholeAccount("invite members");
        var (now, token) = (time.Now(), Secrets.NewSessionToken());
        var row = new InvitationRow
        {
            Id = NewId.For(InvitationRow.IdPrefix, now),
            TokenHash = Secrets.Hash(token),
            Email = MemberStore.Normalize(body.Email),
            Role = body.Role,
            Permissions = GrantedPermissions.Write(body.Permissions),
            CreatedAt = now,
            ExpiresAt = now + InvitationRow.Lifetime,
        };
        await database.WriteAccountAsync(
            async (db, writeToken) =>
            {
                await db.HoldUpWritersAsync(new SqlLiteral("members"), writeToken);
                GrantedPermissions.Check(body.Permissions, await MemberStore.EnvironmentIdsAsync(db, writeToken));
                if (await db.Members.AnyAsync(member => member.Email == row.Email, writeToken))
                    throw ApiProblem.Conflict($"{row.Email} is a member already.", "email");
                await db
                    .Invitations.Where(old => old.Email == row.Email || old.ExpiresAt <= now)
                    .ExecuteDeleteAsync(writeToken);
                db.Add(row);
                await db.SaveChangesAsync(writeToken);
            },
            cancellationToken
        );
        return row.ToContract() with { Token = token };
    }

    public async Task DeleteAsync(string id, CancellationToken cancellationToken)
    {
        caller.RequireWholeAccount("take back invitations");
        await database.WriteAccountAsync(
            async (db, token) =>
                await db.Invitations.Where(row => row.Id == id).ExecuteDeleteAsync(token) is var count and > 0
                    ? count
                    : throw ApiProblem.NotFoundInAccount("invitation", id),
            cancellationToken
        );
    }

    /// <summary>Invitations that can be accepted.</summary>
    public static IQueryable<InvitationRow> Open(SchematicDb db, DateTimeOffset now) =>
        db.Invitations.Where(row => row.ExpiresAt > now);
}
