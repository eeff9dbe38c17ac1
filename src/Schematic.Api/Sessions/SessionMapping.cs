using Schematic.Api.Members;
using Schematic.Contracts.Sessions;

namespace Schematic.Api.Sessions;

internal static class SessionMapping
{
    public static SessionResponseData ToSession(this MemberRow member, DateTimeOffset expiresAt) =>
        new()
        {
            MemberId = member.Id,
            Email = member.Email,
            Name = member.Name,
            Role = member.Role,
            Permissions = GrantedPermissions.Read(member.Permissions),
            ExpiresAt = expiresAt,
        };

    public static OwnSessionResponseData ToContract(this SessionRow row, bool isCurrent) =>
        new()
        {
            Id = row.Id,
            CreatedAt = row.CreatedAt,
            // A use moves the end, at most once an hour.
            LastUsedAt = row.ExpiresAt - SessionStore.Lifetime,
            ExpiresAt = row.ExpiresAt,
            Address = row.Address,
            UserAgent = row.UserAgent,
            IsCurrent = isCurrent,
        };
}
