using System.Text.Json.Serialization;

namespace Schematic.Contracts.Members;

/// <summary>A person who was invited and has not come yet. An addition to the published API.</summary>
public sealed record InvitationResponseData
{
    /// <summary>Time of the invitation, in UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Email address of the person, in lower case.</summary>
    public required string Email { get; init; }

    /// <summary>Time from which it cannot be accepted, in UTC; 7 days after the invitation.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Id of the invitation, <c>inv_…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Rights by scope that the person will have.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<AccountMemberPermission>> Permissions { get; init; }

    /// <summary>Role that the person will have.</summary>
    public required AccountMemberRole Role { get; init; }

    /// <summary>
    /// Secret of the link by which it is accepted, sent once, when the person is invited; left out afterwards. Only its
    /// hash is kept.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Token { get; init; }
}
