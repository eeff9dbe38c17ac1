using Schematic.Contracts.Environments;
using Schematic.Contracts.Members;

namespace Schematic.Dashboard.Members;

/// <summary>Roles and permissions of members, in words.</summary>
internal static class MemberWords
{
    /// <summary>Roles that can be given, in the order in which they are listed everywhere.</summary>
    public static IReadOnlyList<AccountMemberRole> Roles { get; } = [AccountMemberRole.Admin, AccountMemberRole.Member];

    /// <summary>
    /// Permissions of what this version has; others that a member has already are kept as they are.
    /// </summary>
    public static IReadOnlyList<AccountMemberPermission> Permissions { get; } =
    [
        .. MemberPermissions.All.Except([
            AccountMemberPermission.ComponentsEdit,
            AccountMemberPermission.CustomPlansEdit,
            AccountMemberPermission.DataExportsEdit,
            AccountMemberPermission.WebhooksEdit,
            AccountMemberPermission.WebhooksRevealSecret,
        ]),
    ];

    public static string Title(AccountMemberRole? role) => role is AccountMemberRole.Admin ? "Admin" : "Member";

    public static string Meaning(AccountMemberRole role) =>
        role == AccountMemberRole.Admin
            ? "Everything, also team, environments and API keys."
            : "Sees everything, and changes what you allow here.";

    /// <summary>One sentence for each place: "In Production: change companies and their plans."</summary>
    public static IReadOnlyList<string> Rights(
        AccountMemberRole? role,
        IReadOnlyDictionary<string, IReadOnlyList<AccountMemberPermission>> permissions,
        IReadOnlyList<EnvironmentResponseData> environments
    )
    {
        if (role == AccountMemberRole.Admin)
            return ["May do everything."];
        var sentences = environments
            .Select(environment => (environment.Id, Place: $"In {environment.Name}"))
            .Prepend((Id: MemberPermissions.AccountScope, Place: "Everywhere"))
            .Where(scope => permissions.TryGetValue(scope.Id, out var given) && given.Count > 0)
            .Select(scope => $"{scope.Place}: {Phrases(permissions[scope.Id])}.")
            .ToList();
        return sentences.Count == 0 ? ["Sees everything, and changes nothing."] : sentences;
    }

    private static string Phrases(IReadOnlyList<AccountMemberPermission> given) =>
        string.Join(", ", given.Order().Select(MemberPermissions.Phrase));
}
