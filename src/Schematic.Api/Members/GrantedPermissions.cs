using System.Text.Json;
using Schematic.Api.Http;
using Schematic.Contracts.Members;
using Schematic.Contracts.Wire;

namespace Schematic.Api.Members;

/// <summary>Rights of a member by scope, given as a list and stored as one text in a fixed order.</summary>
internal static class GrantedPermissions
{
    /// <summary>The text that is stored; empty for no rights.</summary>
    public static string Write(IReadOnlyDictionary<string, IReadOnlyList<AccountMemberPermission>>? permissions) =>
        permissions is null || permissions.All(static scope => scope.Value.Count == 0)
            ? ""
            : JsonSerializer.Serialize(
                permissions
                    .Where(static scope => scope.Value.Count > 0)
                    .OrderBy(static scope => scope.Key, StringComparer.Ordinal)
                    .ToDictionary(
                        static scope => scope.Key,
                        static scope => (IReadOnlyList<AccountMemberPermission>)[.. scope.Value.Distinct().Order()]
                    ),
                WireJson.Strict
            );

    public static IReadOnlyDictionary<string, IReadOnlyList<AccountMemberPermission>> Read(string stored) =>
        stored.Length == 0
            ? new Dictionary<string, IReadOnlyList<AccountMemberPermission>>()
            : JsonSerializer.Deserialize<Dictionary<string, IReadOnlyList<AccountMemberPermission>>>(
                stored,
                WireJson.Tolerant
            )!;

    /// <param name="environmentIds">The environments that there are.</param>
    /// <exception cref="ApiException">400: a scope that is none, or a permission that is not of its scope.</exception>
    public static void Check(
        IReadOnlyDictionary<string, IReadOnlyList<AccountMemberPermission>>? permissions,
        IReadOnlyCollection<string> environmentIds
    )
    {
        foreach (var (scope, given) in permissions ?? Read(""))
        {
            var isAccount = scope == MemberPermissions.AccountScope;
            if (!isAccount && !environmentIds.Contains(scope))
                throw ApiProblem.BadRequest(
                    $"\"{ApiProblem.Shorten(scope)}\" is neither \"{MemberPermissions.AccountScope}\" nor the id of an "
                        + "environment.",
                    "permissions"
                );
            if (
                given.FirstOrDefault(permission => permission.IsAccountWide() != isAccount)
                is var wrong
                    and not default(AccountMemberPermission)
            )
                throw ApiProblem.BadRequest(
                    $"{WireEnum<AccountMemberPermission>.ToWire(wrong)} is given "
                        + (
                            isAccount
                                ? "for an environment, not for the account."
                                : "for the account, not for an environment."
                        ),
                    "permissions"
                );
        }
    }
}
