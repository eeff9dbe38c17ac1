using Schematic.Contracts.ApiKeys;
using Schematic.Contracts.Members;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Gateway;

namespace Schematic.Dashboard.AuditLog;

/// <summary>Members and API keys to filter by; empty while they cannot be had.</summary>
internal static class AuditActors
{
    public static async Task<IReadOnlyList<(string Value, string Text)>> ListAsync(
        SchematicGateway account,
        CancellationToken closing
    )
    {
        var keys = Suggestions.ListAsync(
            cancellationToken =>
                AllRows.ListAsync<ApiKeysQuery, ApiKeyResponseData>(
                    account.ApiKeys.ListAsync,
                    new() { RequireEnvironment = false },
                    cancellationToken
                ),
            closing
        );
        var members = await Suggestions.ListAsync(
            cancellationToken =>
                AllRows.ListAsync<AccountMembersQuery, AccountMemberResponseData>(
                    account.Members.ListAsync,
                    new(),
                    cancellationToken
                ),
            closing
        );
        return
        [
            .. members.Select(static member => (member.Id, member.Name ?? member.Email ?? member.Id)),
            .. (await keys).Select(static key => (key.Id, $"API key {key.Name}")),
        ];
    }
}
