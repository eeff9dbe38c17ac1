using System.Text.Json.Serialization;

namespace Schematic.Contracts.Members;

/// <summary>A person who signs in to the console.</summary>
public sealed record AccountMemberResponseData
{
    /// <summary>Time of creation, in UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>
    /// Time since which the member may not sign in, in UTC; left out while they may. An addition to the published API.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? DisabledAt { get; init; }

    /// <summary>Address with which the member signs in; null if unknown.</summary>
    public string? Email { get; init; }

    /// <summary>Given name; null if unknown.</summary>
    public string? FirstName { get; init; }

    /// <summary>Id of the member, <c>acme_…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Address of the member's picture; null if there is none.</summary>
    public string? ImageUrl { get; init; }

    /// <summary>Family name; null if unknown.</summary>
    public string? LastName { get; init; }

    /// <summary>Display name; null if unknown.</summary>
    public string? Name { get; init; }

    /// <summary>Rights by scope: <c>account</c>, or the id of an environment.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<AccountMemberPermission>> Permissions { get; init; }

    /// <summary>Role of the member; null if roles are not used.</summary>
    public AccountMemberRole? Role { get; init; }

    /// <summary>Time of the last change, in UTC.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }
}
