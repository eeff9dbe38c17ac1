using Schematic.Contracts.Members;

namespace Schematic.Api.Members;

internal static class MemberMapping
{
    /// <summary>Roles and permissions are not there yet: everybody may do everything.</summary>
    public static AccountMemberResponseData ToContract(this MemberRow row) =>
        new()
        {
            Id = row.Id,
            Email = row.Email,
            Name = row.Name,
            Permissions = new Dictionary<string, IReadOnlyList<AccountMemberPermission>>(),
            CreatedAt = row.CreatedAt,
            UpdatedAt = row.UpdatedAt,
        };
}
