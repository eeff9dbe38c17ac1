using System.ComponentModel.DataAnnotations;
using Schematic.Contracts.Members;

namespace Schematic.Dashboard.Members;

/// <summary>Role and permissions of a member, or of an email address that is invited.</summary>
public sealed class MemberForm
{
    /// <summary>The address that is invited; null for a member.</summary>
    [EmailAddress(ErrorMessage = "This does not look like an email address.")]
    [StringLength(254, ErrorMessage = "Use at most 254 characters.")]
    [MinLength(1, ErrorMessage = "Enter the email address of the person.")]
    public string? Email { get; set; }

    public AccountMemberRole Role { get; set; } = AccountMemberRole.Member;

    private Dictionary<string, HashSet<AccountMemberPermission>> Permissions { get; init; } =
        new(StringComparer.Ordinal);

    public static MemberForm FromContract(AccountMemberResponseData member) =>
        new()
        {
            Role = member.Role ?? AccountMemberRole.Member,
            Permissions = member.Permissions.ToDictionary(
                static scope => scope.Key,
                static scope => scope.Value.ToHashSet(),
                StringComparer.Ordinal
            ),
        };

    public bool Has(string scope, AccountMemberPermission permission) =>
        Permissions.TryGetValue(scope, out var given) && given.Contains(permission);

    public void Choose(string scope, AccountMemberPermission permission, bool isChosen)
    {
        if (!Permissions.TryGetValue(scope, out var given))
            Permissions[scope] = given = [];
        if (isChosen)
            given.Add(permission);
        else
            given.Remove(permission);
    }

    public CreateInvitationRequestBody ToInvitation() =>
        new()
        {
            Email = Email!.Trim(),
            Role = Role,
            Permissions = Given(),
        };

    public UpdateAccountMemberRequestBody ToUpdate() => new() { Role = Role, Permissions = Given() };

    private Dictionary<string, IReadOnlyList<AccountMemberPermission>> Given() =>
        Permissions
            .Where(static scope => scope.Value.Count > 0)
            .ToDictionary(
                static scope => scope.Key,
                static scope => (IReadOnlyList<AccountMemberPermission>)[.. scope.Value.Order()],
                StringComparer.Ordinal
            );
}
