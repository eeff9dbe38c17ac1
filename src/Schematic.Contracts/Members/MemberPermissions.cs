namespace Schematic.Contracts.Members;

/// <summary>Scopes of permissions, and permissions in words.</summary>
public static class MemberPermissions
{
    /// <summary>The scope of what all environments share, in <c>permissions</c> of a member.</summary>
    public const string AccountScope = "account";

    /// <summary>Why whoever is no admin is refused what takes one.</summary>
    public const string OnlyAdmins = "Only admins may do this. Ask one of them; Team lists them.";

    /// <summary>Permissions that can be given, those of the account first.</summary>
    public static IReadOnlyList<AccountMemberPermission> All { get; } =
    [
        .. Enum.GetValues<AccountMemberPermission>()
            .Where(static permission => permission != AccountMemberPermission.Unknown)
            .OrderByDescending(static permission => permission.IsAccountWide()),
    ];

    /// <summary>True where it is about what all environments share, so that its scope is the account.</summary>
    public static bool IsAccountWide(this AccountMemberPermission permission) =>
        permission
            is AccountMemberPermission.FeaturesEdit
                or AccountMemberPermission.FlagsEdit
                or AccountMemberPermission.PlansEdit;

    /// <summary>The permission in words that follow "may": "change companies".</summary>
    public static string Phrase(this AccountMemberPermission permission) =>
        permission switch
        {
            AccountMemberPermission.CompaniesEdit => "change companies and their plans",
            AccountMemberPermission.CompanyUsersEdit => "change users and whose users they are",
            AccountMemberPermission.ComponentsEdit => "change components",
            AccountMemberPermission.CustomPlansEdit => "change custom plans",
            AccountMemberPermission.DataExportsEdit => "make data exports",
            AccountMemberPermission.FeaturesEdit => "change features",
            AccountMemberPermission.FlagRulesEdit => "change flag rules",
            AccountMemberPermission.FlagsEdit => "change flags",
            AccountMemberPermission.OverridesEdit => "change overrides",
            AccountMemberPermission.PlanBillingEdit => "change credits and grant them",
            AccountMemberPermission.PlanEntitlementsEdit => "change what plans give",
            AccountMemberPermission.PlanVersionsEdit => "publish plans and move companies between versions",
            AccountMemberPermission.PlansEdit => "change plans",
            AccountMemberPermission.WebhooksEdit => "change webhooks",
            AccountMemberPermission.WebhooksRevealSecret => "see the secrets of webhooks",
            _ => "do this",
        };

    /// <summary>Why whoever lacks the permission is refused, and what to do about it.</summary>
    /// <param name="environmentName">Name of the environment; null where none is named.</param>
    public static string Refusal(this AccountMemberPermission permission, string? environmentName) =>
        $"You may not {permission.Phrase()}"
        + (permission.IsAccountWide() || environmentName is null ? "" : $" in \"{environmentName}\"")
        + ". An admin can permit it under Team.";

    /// <summary>True if a member with this role and these permissions has the permission.</summary>
    /// <param name="environmentId">The environment, <c>env_…</c>; null where none is named.</param>
    public static bool Allows(
        AccountMemberRole role,
        IReadOnlyDictionary<string, IReadOnlyList<AccountMemberPermission>> permissions,
        AccountMemberPermission permission,
        string? environmentId
    ) =>
        role == AccountMemberRole.Admin
        || (permission.IsAccountWide() ? AccountScope : environmentId) is { } scope
            && permissions.TryGetValue(scope, out var given)
            && given.Contains(permission);
}
