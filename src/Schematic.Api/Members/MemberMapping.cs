using Schematic.Contracts.Members;

namespace Schematic.Api.Members;

internal static class MemberMapping
{
    public static AccountMemberResponseData ToContract(this MemberRow row) =>
        new()
        {
            Id = row.Id,
            Email = row.Email,
            Name = row.Name,
            Role = row.Role,
            Permissions = GrantedPermissions.Read(row.Permissions),
            DisabledAt = row.DisabledAt,
            CreatedAt = row.CreatedAt,
            UpdatedAt = row.UpdatedAt,
        };

    public static InvitationResponseData ToContract(this InvitationRow row) =>
        new()
        {
            Id = row.Id,
            Email = row.Email,
            Role = row.Role,
            Permissions = GrantedPermissions.Read(row.Permissions),
            CreatedAt = row.CreatedAt,
            ExpiresAt = row.ExpiresAt,
        };
}
