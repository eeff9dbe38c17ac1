using Schematic.Contracts.Members;
using Schematic.Contracts.Sessions;

namespace Schematic.Dashboard.Tests.Members;

internal static class MemberSamples
{
    private static readonly DateTimeOffset Joined = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    public static AccountMemberResponseData Member(
        string id,
        string name,
        AccountMemberRole role = AccountMemberRole.Member,
        params (string Scope, AccountMemberPermission Permission)[] permissions
    ) =>
        new()
        {
            Id = id,
            Name = name,
            Email = $"{id}@example.com",
            Role = role,
            Permissions = ByScope(permissions),
            CreatedAt = Joined,
            UpdatedAt = Joined,
        };

    public static InvitationResponseData Invitation(string email) =>
        new()
        {
            Id = $"inv_{email}",
            Email = email,
            Role = AccountMemberRole.Member,
            Permissions = new Dictionary<string, IReadOnlyList<AccountMemberPermission>>(),
            CreatedAt = Joined,
            ExpiresAt = Joined.AddDays(7),
        };

    public static SessionResponseData Session(
        AccountMemberRole role,
        params IEnumerable<(string Scope, AccountMemberPermission Permission)> permissions
    ) =>
        new()
        {
            MemberId = "acme_1",
            Email = "ada@example.com",
            Name = "Ada",
            Role = role,
            Permissions = ByScope(permissions),
            ExpiresAt = Joined.AddDays(14),
        };

    private static Dictionary<string, IReadOnlyList<AccountMemberPermission>> ByScope(
        IEnumerable<(string Scope, AccountMemberPermission Permission)> permissions
    ) =>
        permissions
            .GroupBy(static given => given.Scope, static given => given.Permission)
            .ToDictionary(
                static scope => scope.Key,
                static scope => (IReadOnlyList<AccountMemberPermission>)[.. scope]
            );
}
