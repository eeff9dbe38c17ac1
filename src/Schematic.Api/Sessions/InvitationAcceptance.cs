using Microsoft.EntityFrameworkCore;
using Schematic.Api.Authentication;
using Schematic.Api.Http;
using Schematic.Api.Members;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Sql;
using Schematic.Contracts.Members;
using Schematic.Contracts.Sessions;

namespace Schematic.Api.Sessions;

/// <summary>The other end of an invitation's link: its person becomes a member and is signed in.</summary>
internal sealed class InvitationAcceptance(IDatabase database, Passwords passwords, TimeProvider time)
{
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
                var member = NewMember(invitation, body.Name.Trim(), hash, now);
                db.Add(member);
                db.Remove(invitation);
                await db.SaveChangesAsync(token);
                var origin = new SessionOrigin(body.Address, body.UserAgent);
                return await SessionStore.StartAsync(db, member, origin, now, token);
            },
            cancellationToken
        );
    }

    private static MemberRow NewMember(InvitationRow invitation, string name, string hash, DateTimeOffset now) =>
        new()
        {
            Id = NewId.For(MemberRow.IdPrefix, now),
            Email = invitation.Email,
            Name = name,
            PasswordHash = hash,
            Role = invitation.Role,
            Permissions = invitation.Permissions,
            CreatedAt = now,
            UpdatedAt = now,
        };

    private async Task<InvitationRow> FindAsync(SchematicDb db, string token, CancellationToken cancellationToken)
    {
        var hash = Secrets.Hash(token);
        return await InvitationStore
                .Open(db, time.Now())
                .FirstOrDefaultAsync(row => row.TokenHash == hash, cancellationToken)
            ?? throw ApiProblem.NotFound(
                "This invitation was accepted, taken back or has expired. Ask whoever invited you for another."
            );
    }
}
