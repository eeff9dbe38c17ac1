using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Schematic.Api.Authentication;
using Schematic.Api.Environments;
using Schematic.Api.Http;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Sql;
using Schematic.Contracts.Members;

namespace Schematic.Api.Members;

/// <summary>The people who may sign in to the console. One of them is always an admin who may.</summary>
internal sealed class MemberStore(IDatabase database, Caller caller, IMemberSessions sessions, TimeProvider time)
{
    public const int MinPasswordLength = 8;

    public static string Normalize(string email) => email.Trim().ToLowerInvariant();

    public async Task<IReadOnlyList<AccountMemberResponseData>> ListAsync(
        AccountMembersQuery query,
        CancellationToken cancellationToken
    )
    {
        var rows = await database.ListAccountAsync(
            (db, token) => Filtered(db, query).OrderByDescending(row => row.Seq).Page(query).ToListAsync(token),
            cancellationToken
        );
        return rows.ConvertAll(Shown);
    }

    public Task<long> CountAsync(AccountMembersQuery query, CancellationToken cancellationToken) =>
        database.ListAccountAsync((db, token) => Filtered(db, query).LongCountAsync(token), cancellationToken);

    public async Task<AccountMemberResponseData> GetAsync(string id, CancellationToken cancellationToken)
    {
        await using var db = database.OpenAccount();
        return Shown(await FindAsync(db, id, cancellationToken));
    }

    /// <summary>Takes effect with the next request of the member, on other instances within a second.</summary>
    /// <exception cref="ApiException">409: nobody could manage the account any more.</exception>
    public async Task<AccountMemberResponseData> UpdateAsync(
        string id,
        UpdateAccountMemberRequestBody body,
        CancellationToken cancellationToken
    )
    {
        caller.RequireWholeAccount("change members");
        var changed = await database.WriteAccountAsync(
            async (db, token) =>
            {
                // Of two admins who demote each other at once, one remains.
                await db.HoldUpWritersAsync(new SqlLiteral("members"), token);
                var row = await FindAsync(db, id, token);
                GrantedPermissions.Check(body.Permissions, await EnvironmentIdsAsync(db, token));
                Change(row, body, time.Now());
                await db.SaveChangesAsync(token);
                await RequireAdminAsync(db, row, token);
                if (row.DisabledAt is not null)
                    await sessions.EndAllAsync(db, row, token);
                return row;
            },
            cancellationToken
        );
        sessions.DoubtAll();
        return changed.ToContract();
    }

    public static Task<List<string>> EnvironmentIdsAsync(SchematicDb db, CancellationToken cancellationToken) =>
        db.Environments.Select(static row => row.Id).ToListAsync(cancellationToken);

    /// <summary>Adds an admin inside a write transaction.</summary>
    public static async Task<MemberRow> AddAdminAsync(
        SchematicDb db,
        IPasswordHasher<MemberRow> passwords,
        string email,
        string password,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var address = Normalize(email);
        var member = new MemberRow
        {
            Id = NewId.For(MemberRow.IdPrefix, now),
            Email = address,
            Name = address[..address.IndexOf('@', StringComparison.Ordinal)],
            PasswordHash = "",
            Role = AccountMemberRole.Admin,
            CreatedAt = now,
            UpdatedAt = now,
        };
        member.PasswordHash = passwords.HashPassword(member, password);
        db.Add(member);
        await db.SaveChangesAsync(cancellationToken);
        return member;
    }

    // A key of one environment learns nothing of others, not even their ids.
    private AccountMemberResponseData Shown(MemberRow row)
    {
        var member = row.ToContract();
        return caller.BoundTo is not { } only
            ? member
            : member with
            {
                Permissions = member
                    .Permissions.Where(scope => scope.Key == only.Id || scope.Key == MemberPermissions.AccountScope)
                    .ToDictionary(),
            };
    }

    private static void Change(MemberRow row, UpdateAccountMemberRequestBody body, DateTimeOffset now)
    {
        row.Role = body.Role ?? row.Role;
        if (body.Permissions is { } permissions)
            row.Permissions = GrantedPermissions.Write(permissions);
        if (body.Disabled is { } disabled)
            row.DisabledAt = disabled ? row.DisabledAt ?? now : null;
        row.UpdatedAt = now;
    }

    private static async Task RequireAdminAsync(SchematicDb db, MemberRow changed, CancellationToken cancellationToken)
    {
        if (
            !await db.Members.AnyAsync(
                row => row.Role == AccountMemberRole.Admin && row.DisabledAt == null,
                cancellationToken
            )
        )
            throw ApiProblem.Conflict($"{changed.Name} is the only admin. Make someone else an admin first.");
    }

    private static async Task<MemberRow> FindAsync(SchematicDb db, string id, CancellationToken cancellationToken) =>
        await db.Members.FirstOrDefaultAsync(row => row.Id == id, cancellationToken)
        ?? throw ApiProblem.NotFoundInAccount("member", id);

    private static IQueryable<MemberRow> Filtered(SchematicDb db, AccountMembersQuery query)
    {
        var rows = db.Members.AsQueryable();
        if (query.Ids is { } ids)
            rows = rows.Where(row => ids.Contains(row.Id));
        if (query.Role is { } role)
            rows = rows.Where(row => row.Role == role);
        if (TextPart.FromQuery(query.Q) is { } part)
            rows = rows.Where(row => row.Name.ToLower().Contains(part) || row.Email.Contains(part));
        return rows;
    }
}
