using Microsoft.AspNetCore.Identity;
using Schematic.Api.Persistence;

namespace Schematic.Api.Members;

internal static class MemberStore
{
    public const int MinPasswordLength = 8;

    public static string Normalize(string email) => email.Trim().ToLowerInvariant();

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
            CreatedAt = now,
            UpdatedAt = now,
        };
        member.PasswordHash = passwords.HashPassword(member, password);
        db.Add(member);
        await db.SaveChangesAsync(cancellationToken);
        return member;
    }
}
