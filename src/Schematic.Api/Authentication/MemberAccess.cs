using Schematic.Api.Http;
using Schematic.Contracts.Members;
using Schematic.Contracts.Sessions;

namespace Schematic.Api.Authentication;

/// <summary>
/// Whether a member who calls through the console may do so. Members see everything; they change what was permitted to
/// them, and what has no permission of its own is for admins.
/// </summary>
internal static class MemberAccess
{
    /// <param name="isRead">True where the operation changes nothing.</param>
    /// <exception cref="ApiException">403: the member may not; it says what is missing.</exception>
    public static void Require(SessionResponseData member, AccessRule rule, bool isRead, CachedEnvironment? environment)
    {
        if (isRead || member.Role == AccountMemberRole.Admin)
            return;
        if (rule.Permission is not { } permission)
        {
            if (rule.Access is not (Access.Write or Access.Admin))
                return;
            throw ApiProblem.Forbidden(MemberPermissions.OnlyAdmins);
        }

        if (MemberPermissions.Allows(member.Role, member.Permissions, permission, environment?.Id))
            return;
        throw ApiProblem.Forbidden(permission.Refusal(environment?.Name));
    }
}
