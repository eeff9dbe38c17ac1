using System.Text.Json.Serialization;
using Schematic.Contracts.Members;

namespace Schematic.Contracts.Sessions;

/// <summary>The session of a signed-in member.</summary>
public sealed record SessionResponseData
{
    /// <summary>Id of the member, <c>acme_…</c>.</summary>
    public required string MemberId { get; init; }

    /// <summary>Address with which the member signed in.</summary>
    public required string Email { get; init; }

    /// <summary>Display name of the member.</summary>
    public required string Name { get; init; }

    /// <summary>Role of the member.</summary>
    public required AccountMemberRole Role { get; init; }

    /// <summary>Rights of the member by scope: <c>account</c>, or the id of an environment.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<AccountMemberPermission>> Permissions { get; init; }

    /// <summary>
    /// Time at which the session ends, in UTC, unless it is used before; 14 days after its last extension.
    /// </summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>
    /// Bearer token of the session, sent once, at sign-in; left out afterwards. The server keeps only its hash.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Token { get; init; }
}
