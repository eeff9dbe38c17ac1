using Microsoft.EntityFrameworkCore;
using Schematic.Api.Authentication;
using Schematic.Api.Http;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Sql;
using Schematic.Api.Sessions;
using Schematic.Contracts.Members;
using Schematic.Contracts.Sessions;

namespace Schematic.Api.Members;

/// <summary>Invitations, each accepted at most once and within a week.</summary>
internal sealed class InvitationStore(IDatabase database, Caller caller, Passwords passwords, TimeProvider time)
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

    /// <summary>The invitation of a link, for whoever has the link.</summary>
    public async Task<InvitationResponseData> FindAsync(string token, CancellationToken cancellationToken)
    {
        await using var db = database.OpenAccount();
        return (await FindAsync(db, token, cancellationToken)).ToContract();
    }

    /// <summary>Makes the person of a link a member, and signs them in.</summary>
    public async Task<SessionResponseData> AcceptAsync(
        AcceptInvitationRequestBody body,
        CancellationToken cancellationToken
    )
    {
        // Before the password is hashed: a guess of a link must not cost a processor.
        await FindAsync(body.Token, cancellationToken);
        var hash = await passwords.HashAsync(body.Password, cancellationToken);
        return await database.WriteAccountAsync(
            async (db, token) =>
            {
                await db.HoldUpWritersAsync(new SqlLiteral("members"), token);
                var invitation = await FindAsync(db, body.Token, token);
                var now = time.Now();
                var member = new MemberRow
                {
                    Id = NewId.For(MemberRow.IdPrefix, now),
                    Email = invitation.Email,
                    Name = body.Name.Trim(),
                    PasswordHash = hash,
                    Role = invitation.Role,
                    Permissions = invitation.Permissions,
                    CreatedAt = now,
                    UpdatedAt = now,
                };
                db.Add(member);
                db.Remove(invitation);
                await db.SaveChangesAsync(token);
                var origin = new SessionOrigin(body.Address, body.UserAgent);
                return await SessionStore.StartAsync(db, member, origin, now, token);
            },
            cancellationToken
        );
    }

    private async Task<InvitationRow> FindAsync(SchematicDb db, string token, CancellationToken cancellationToken)
    {
        var (hash, now) = (Secrets.Hash(token), time.Now());
        return await Open(db, now).FirstOrDefaultAsync(row => row.TokenHash == hash, cancellationToken)
            ?? throw ApiProblem.NotFound(
                "This invitation was accepted, taken back or has expired. Ask whoever invited you for another."
            );
    }

    private static IQueryable<InvitationRow> Open(SchematicDb db, DateTimeOffset now) =>
        db.Invitations.Where(row => row.ExpiresAt > now);
}
