using System.Text.Json.Serialization;

namespace Schematic.Contracts.Members;

/// <summary>Changes of a member; what is left out stays. An addition to the published API.</summary>
public sealed record UpdateAccountMemberRequestBody
{
    /// <summary>True ends the member's sessions and keeps them from signing in; null leaves it as it is.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Disabled { get; init; }

    /// <summary>All rights by scope, <c>account</c> or an environment's id; null leaves them as they are.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, IReadOnlyList<AccountMemberPermission>>? Permissions { get; init; }

    /// <summary>New role; null leaves it as it is.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AccountMemberRole? Role { get; init; }
}
